import type { VNode } from "preact";
import type { PhonePageProps } from "./page-props.ts";
import { type Words, words } from "./words.ts";
import type { ApiCall, Delivery } from "./world.ts";

const SHOWN = 30;

/** Events and calls around this person, the newest first. */
export function Timeline({ platform, personId, language }: PhonePageProps): VNode {
  const say = words[language];
  const entries = platform.world.log(personId).slice(0, SHOWN);
  if (entries.length === 0) return <p class="quiet">{say.nothingYet}</p>;
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.id} id={`e-${entry.id}`} class={entry.kind}>
          {entry.kind === "event" ? (
            <EventEntry entry={entry} say={say} />
          ) : (
            <CallEntry entry={entry} say={say} />
          )}
        </li>
      ))}
    </ol>
  );
}

function EventEntry({ entry, say }: { readonly entry: Delivery; readonly say: Words }): VNode {
  const tries = entry.tries.map(({ outcome, tookMs }) => `${outcome} (${tookMs} ms)`).join(", ");
  return (
    <details>
      <summary>
        <Way text={say.event} />
        <code>{entry.name}</code> <Badge good={entry.state === "delivered"} text={tries || entry.state} />
        <Clock atMs={entry.atMs} />
      </summary>
      <p class="label">{say.signature}</p>
      <pre>X-ZEvent-Signature: {entry.signature}</pre>
      <p class="label">{say.body}</p>
      <pre>{JSON.stringify(JSON.parse(entry.body), null, 2)}</pre>
    </details>
  );
}

function CallEntry({ entry, say }: { readonly entry: ApiCall; readonly say: Words }): VNode {
  return (
    <details>
      <summary>
        <Way text={say.call} />
        <code>{entry.name}</code> <Badge good={entry.ok} text={entry.outcome} />
        <Clock atMs={entry.atMs} />
      </summary>
      <p class="label">{say.body}</p>
      <pre>{entry.request}</pre>
      <p class="label">{say.answer}</p>
      <pre>{entry.answer}</pre>
    </details>
  );
}

function Way({ text }: { readonly text: string }): VNode {
  return <span class="way">{text}</span>;
}

function Badge({ good, text }: { readonly good: boolean; readonly text: string }): VNode {
  return <span class={good ? "badge good" : "badge bad"}>{text}</span>;
}

const clockTime = new Intl.DateTimeFormat("vi", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

function Clock({ atMs }: { readonly atMs: number }): VNode {
  return (
    <time class="quiet" dateTime={new Date(atMs).toISOString()}>
      {clockTime.format(atMs)}
    </time>
  );
}
