import type { VNode } from "preact";
import type { Language, Places, Replies } from "../../domain/index.ts";
import { exampleQuestions, Link, Page } from "../../view/index.ts";
import { After, Typing, Wait } from "./parts.tsx";
import { SayForm } from "./say-form.tsx";
import { start, type Talk, writePlace } from "./talk.ts";
import { TurnView } from "./turn-view.tsx";
import { type Words, words } from "./words.ts";

/** What the page takes from the knowledge folder. */
export interface ChatKnowledge {
  readonly replies: Replies;
  readonly places: Pick<Places, "hotline">;
}

export interface ChatPageProps {
  readonly language: Language;
  readonly path: string;
  readonly knowledge: ChatKnowledge;
  readonly talk: Talk;
  /** An answer is under way. */
  readonly waiting: boolean;
  /** Equal keys are one message, so that a doubled click asks once. */
  readonly formKey: string;
  /** Code of the link that led here. */
  readonly referral?: string;
  readonly problem?: string;
  readonly notice?: string;
  /** What was typed and could not be taken. */
  readonly typed?: string;
}

/** Seconds after which the page without client script looks for the answer again. */
const LOOK_AGAIN_S = 2;

export function ChatPage(props: ChatPageProps): VNode {
  const { language, path, talk, waiting, notice } = props;
  const say = words[language];
  return (
    <Page
      kind="chat"
      language={language}
      title={say.title}
      description={say.description}
      path={path}
      scripts={["chat.js"]}
      refreshAfterS={waiting ? LOOK_AGAIN_S : undefined}
    >
      <main id="noi-dung" class="talk">
        <h1 class="unseen">{say.title}</h1>
        {notice && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        <Intro {...props} />
        {talk.more && <p class="quiet">{say.earlier}</p>}
        <div id="log" role="log" aria-label={say.log}>
          {talk.items.map((item) => (
            <TurnView key={writePlace(item.place)} item={item} language={language} />
          ))}
        </div>
        <div id="echo" />
        <Wait waiting={waiting} language={language} />
        <div hx-get="/chat/new" hx-include="#after" hx-trigger="every 15s" hx-swap="none" id="poll" />
        <Dock {...props} />
        <template id="echo-of">
          <article class="msg me">
            <div class="bubble">
              <p />
            </div>
          </article>
          <Typing language={language} />
        </template>
      </main>
    </Page>
  );
}

/** What this is, three questions to tap, and the two things to know before writing. */
function Intro({ language, knowledge, referral }: ChatPageProps): VNode {
  const say = words[language];
  return (
    <section class="intro">
      <h2>{say.hello}</h2>
      <p>{say.intro}</p>
      <p class="label" id="examples">
        {say.examples}
      </p>
      <SayForm className="choices column" referral={referral}>
        {exampleQuestions(knowledge.replies, language).map((example) => (
          <button type="submit" key={example} class="choice" name="say" value={example}>
            {example}
          </button>
        ))}
      </SayForm>
      <p class="quiet">{say.privacy}</p>
      <Hotline say={say} hotline={knowledge.places.hotline} />
    </section>
  );
}

function Hotline({
  say,
  hotline,
}: {
  readonly say: Words;
  readonly hotline: Places["hotline"];
}): VNode | null {
  if (hotline.kind !== "known") return null;
  const date = hotline.checkedOn.split("-").reverse().join("/");
  return (
    <p class="quiet">
      {say.hotline} <Link href={`tel:${hotline.value}`}>{hotline.value}</Link>
      {hotline.needsConfirming && ` (${say.hotlineNote.replace("{date}", date)})`}.
    </p>
  );
}

/** The field to write in, always at hand at the bottom. */
function Dock({ language, talk, formKey, referral, problem, typed }: ChatPageProps): VNode {
  const say = words[language];
  const newest = talk.items.at(-1)?.place ?? start;
  return (
    <div
      id="dock"
      class="dock"
      data-offline={say.offline}
      data-too-fast={say.tooFast}
      data-failed={say.unavailable}
    >
      <p id="problem" class="problem" role="alert">
        {problem}
      </p>
      <SayForm className="composer" id="composer" referral={referral}>
        <After place={writePlace(newest)} />
        <input type="hidden" id="key" name="key" value={formKey} />
        <label class="unseen" for="text">
          {say.field}
        </label>
        <textarea
          id="text"
          name="text"
          rows={1}
          required
          autocomplete="off"
          enterkeyhint="send"
          placeholder={say.placeholder}
          {...(problem && { "aria-invalid": true, "aria-describedby": "problem" })}
          defaultValue={typed}
        />
        <button type="submit" class="send">
          {say.send}
        </button>
      </SayForm>
      <div class="dock-row">
        <SayForm className="inline" referral={referral}>
          <button type="submit" class="small" name="say" value={say.officerSays}>
            {say.officer}
          </button>
        </SayForm>
        <form class="inline forget" method="post" action="/chat/forget">
          <button type="submit" class="small plain">
            {say.forget}
          </button>
        </form>
      </div>
    </div>
  );
}
