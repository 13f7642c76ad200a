import type { VNode } from "preact";
import type { Language } from "../domain/index.ts";
import { Page } from "../view/index.ts";
import { words } from "./words.ts";

/** The first page: ask at once, or see what this is. */
export function StartPage(props: {
  readonly language: Language;
  readonly path: string;
  readonly procedures: number;
  readonly simulator: boolean;
  readonly examples: readonly string[];
}): VNode {
  const { language, path, procedures, simulator, examples } = props;
  const say = words[language];
  const count = procedures.toLocaleString(language === "vi" ? "vi" : "en");
  return (
    <Page kind="start" language={language} title={say.site} description={say.description} path={path}>
      <main id="noi-dung" class="wide">
        <section class="hero">
          <h1>{say.hero}</h1>
          <p>{say.heroText}</p>
          <form class="composer" method="post" action="/chat">
            <label class="unseen" for="text">
              {say.field}
            </label>
            <input
              id="text"
              name="text"
              required
              autocomplete="off"
              enterkeyhint="send"
              placeholder={say.placeholder}
            />
            <button type="submit" class="send">
              {say.ask}
            </button>
          </form>
          <form class="examples" method="post" action="/chat">
            <p class="label">{say.examples}</p>
            <div class="choices">
              {examples.map((example) => (
                <button key={example} type="submit" class="small" name="say" value={example}>
                  {example}
                </button>
              ))}
            </div>
          </form>
        </section>
        <div class="cards">
          <Door title={say.chat} text={say.chatText} href="/chat" link={say.chatLink} />
          {simulator && (
            <Door title={say.simulator} text={say.simulatorText} href="/simulator" link={say.simulatorLink} />
          )}
        </div>
        <section class="about">
          <h2>{say.whatTitle}</h2>
          <p>{say.what.replace("{count}", count)}</p>
          <h2>{say.notTitle}</h2>
          <p>{say.not}</p>
        </section>
      </main>
    </Page>
  );
}

function Door(props: {
  readonly title: string;
  readonly text: string;
  readonly href: string;
  readonly link: string;
}): VNode {
  return (
    <section class="card">
      <h2>{props.title}</h2>
      <p>{props.text}</p>
      <p>
        <a class="choice" href={props.href}>
          {props.link}
        </a>
      </p>
    </section>
  );
}
