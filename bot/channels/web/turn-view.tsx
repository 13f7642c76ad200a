import type { VNode } from "preact";
import type { Language, ReplyButton } from "../../domain/index.ts";
import { Link, languageOfText, MessageText } from "../../view/index.ts";
import { SayForm } from "./say-form.tsx";
import type { TalkItem } from "./talk.ts";
import { words } from "./words.ts";

/** One message with its buttons. */
export function TurnView({
  item,
  language,
}: {
  readonly item: TalkItem;
  readonly language: Language;
}): VNode {
  const say = words[language];
  const { place, from, text, buttons, atMs } = item;
  const mine = from === "me";
  const spoken = text === undefined ? language : languageOfText(text);
  return (
    <article class={`msg ${from}`} id={`m-${place.seq}-${place.part}`}>
      <h2 class="unseen">{mine ? say.me : say.bot}</h2>
      <div class="bubble" {...(spoken !== language && { lang: spoken })}>
        {mine ? <p>{text ?? say.tapped}</p> : <MessageText text={text ?? ""} />}
      </div>
      {buttons.length > 0 && <Buttons buttons={buttons} />}
      <time class="time" dateTime={new Date(atMs).toISOString()}>
        {clockTime(atMs)}
      </time>
    </article>
  );
}

function Buttons({ buttons }: { readonly buttons: readonly ReplyButton[] }): VNode {
  return (
    <SayForm className="choices">
      {buttons.map((button) => (
        <Button key={button.title} button={button} />
      ))}
    </SayForm>
  );
}

function Button({ button: { title, action } }: { readonly button: ReplyButton }): VNode {
  switch (action.kind) {
    case "say":
      return (
        <button type="submit" class="choice" name="say" value={action.payload}>
          {title}
        </button>
      );
    case "open":
      return (
        <Link className="choice open" href={action.url}>
          {title}
        </Link>
      );
    case "call":
      return (
        <Link className="choice call" href={`tel:+${action.phone}`}>
          {title}
        </Link>
      );
  }
}

const clock = new Intl.DateTimeFormat("vi", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
});

function clockTime(atMs: number): string {
  return clock.format(atMs);
}
