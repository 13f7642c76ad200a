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
  const good = entry.state === "delivered";
  return (
    <details>
      <Summary entry={entry} way={say.event} say={say} good={good} outcome={tries || entry.state} />
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
      <Summary entry={entry} way={say.call} say={say} good={entry.ok} outcome={entry.outcome} />
      <p class="label">{say.body}</p>
      <pre>{entry.request}</pre>
      <p class="label">{say.answer}</p>
      <pre>{entry.answer}</pre>
    </details>
  );
}

/** One line: what happened in plain words, then its name, how it ended and when. */
function Summary(props: {
  readonly entry: Delivery | ApiCall;
  readonly way: string;
  readonly say: Words;
  readonly good: boolean;
  readonly outcome: string;
}): VNode {
  const { entry, way, say, good, outcome } = props;
  const meanings: Readonly<Record<string, string>> = say.did;
  return (
    <summary>
      <span class="did">{meanings[entry.name] ?? entry.name}</span>
      <span class={good ? "badge good" : "badge bad"}>{outcome}</span>
      <span class="way">
        {way} <code>{entry.name}</code>{" "}
        <time dateTime={new Date(entry.atMs).toISOString()}>{clockTime.format(entry.atMs)}</time>
      </span>
    </summary>
  );
}

const clockTime = new Intl.DateTimeFormat("vi", {
  timeZone: "Asia/Ho_Chi_Minh",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
