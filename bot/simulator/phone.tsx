import type { VNode } from "preact";
import { Link } from "../view/index.ts";
import { ActForm } from "./act-form.tsx";
import type { PhonePageProps } from "./page-props.ts";
import { words } from "./words.ts";
import type { PhoneButton, PhoneMessage } from "./world.ts";

/** The phone as the citizen holds it. */
export function PhoneScreen(props: PhonePageProps): VNode {
  const { language, personId } = props;
  const say = words[language];
  return (
    <section class="phone" aria-label={say.phone}>
      <header class="phone-bar" id="phone-bar">
        <PhoneBar {...props} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section class="phone-scroll" tabIndex={0} aria-label={say.talk}>
        <div id="talk" role="log" aria-label={say.talk}>
          <Messages {...props} />
        </div>
      </section>
      <ActForm personId={personId} act="say" className="composer" clears>
        <label class="unseen" for="phone-text">
          {say.field}
        </label>
        <textarea
          id="phone-text"
          name="text"
          rows={1}
          required
          autocomplete="off"
          enterkeyhint="send"
          placeholder={say.placeholder}
        />
        <button type="submit" class="send">
          {say.send}
        </button>
      </ActForm>
    </section>
  );
}

/** The account's name and the follow button. */
export function PhoneBar({ platform, personId, language }: PhonePageProps): VNode {
  const say = words[language];
  const follows = platform.world.find(personId)?.follows === "yes";
  return (
    <>
      <div>
        <p class="phone-name">{say.account}</p>
        <p class="phone-kind">{say.accountKind}</p>
      </div>
      <ActForm personId={personId} act={follows ? "unfollow" : "follow"} className="inline">
        <button type="submit" class={follows ? "phone-follow done" : "phone-follow"}>
          {follows ? say.unfollow : say.follow}
        </button>
      </ActForm>
    </>
  );
}

export function Messages({ platform, personId, language }: PhonePageProps): VNode {
  const messages = platform.world.find(personId)?.messages ?? [];
  const say = words[language];
  if (messages.length === 0) return <p class="phone-empty">{say.emptyPhone}</p>;
  return (
    <>
      {messages.map((message) => (
        <Message key={message.id} message={message} personId={personId} who={say[message.from]} />
      ))}
    </>
  );
}

/** Zalo shows plain text: no headings, no links, line breaks as sent. */
function Message(props: {
  readonly message: PhoneMessage;
  readonly personId: string;
  readonly who: string;
}): VNode {
  const { message, personId, who } = props;
  return (
    <article class={`sms ${message.from}`} id={`s-${message.id}`}>
      <h3 class="unseen">{who}</h3>
      <p class="sms-text">{message.text}</p>
      {message.buttons.length > 0 && (
        <div class="sms-buttons">
          {message.buttons.map((button, at) => (
            <PhoneButtonView
              key={`${button.title}-${button.payload}`}
              button={button}
              at={at}
              messageId={message.id}
              personId={personId}
            />
          ))}
        </div>
      )}
      <time class="sms-time" dateTime={new Date(message.atMs).toISOString()}>
        {clockTime.format(message.atMs)}
      </time>
    </article>
  );
}

function PhoneButtonView(props: {
  readonly button: PhoneButton;
  readonly at: number;
  readonly messageId: string;
  readonly personId: string;
}): VNode {
  const { button, at, messageId, personId } = props;
  if (button.type === "oa.open.url") return <Link href={button.payload}>{button.title}</Link>;
  if (button.type === "oa.open.phone" || button.type === "oa.open.sms") {
    return <Link href={`tel:+${button.payload}`}>{button.title}</Link>;
  }
  return (
    <ActForm personId={personId} act="tap" className="inline">
      <input type="hidden" name="message" value={messageId} />
      <input type="hidden" name="button" value={String(at)} />
      <button type="submit">{button.title}</button>
    </ActForm>
  );
}

const clockTime = new Intl.DateTimeFormat("vi", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
});
