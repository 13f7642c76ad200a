import { h, type VNode } from "preact";
import type { Language } from "../../domain/index.ts";
import { type TalkItem, writePlace } from "./talk.ts";
import { TurnView } from "./turn-view.tsx";
import { words } from "./words.ts";

/** What a script-driven page gets: the messages it does not show yet, and the pieces around them. */
export function Parts(props: {
  readonly items: readonly TalkItem[];
  readonly waiting: boolean;
  readonly language: Language;
}): VNode {
  const { items, waiting, language } = props;
  const last = items.at(-1);
  return (
    <>
      {items.length > 0 && (
        <Part target="#log" swap="beforeend">
          {items.map((item) => (
            <TurnView key={writePlace(item.place)} item={item} language={language} />
          ))}
        </Part>
      )}
      {last && (
        <Part target="#after" swap="outerHTML">
          <After place={writePlace(last.place)} />
        </Part>
      )}
      <Part target="#wait" swap="outerHTML">
        <Wait waiting={waiting} language={language} />
      </Part>
      <Part target="#problem" swap="innerHTML">
        {""}
      </Part>
    </>
  );
}

/** Says what is wrong, above the field; the person's text stays where it is. */
export function ProblemPart({ problem }: { readonly problem: string }): VNode {
  return (
    <Part target="#problem" swap="innerHTML">
      {problem}
    </Part>
  );
}

/** The newest message on the page, for "what is new since". */
export function After({ place }: { readonly place: string }): VNode {
  return <input type="hidden" id="after" name="after" value={place} />;
}

/** Dots while an answer is under way; asks again by itself until it is there. */
export function Wait({
  waiting,
  language,
}: {
  readonly waiting: boolean;
  readonly language: Language;
}): VNode {
  if (!waiting) return <div id="wait" />;
  return (
    <div
      id="wait"
      role="status"
      hx-get="/chat/new?waiting=1"
      hx-include="#after"
      hx-trigger="load delay:800ms"
      hx-swap="none"
    >
      <Typing language={language} />
    </div>
  );
}

export function Typing({ language }: { readonly language: Language }): VNode {
  return (
    <p class="typing">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words[language].typing}
    </p>
  );
}

/** htmx's own element, which JSX does not know. */
function Part(props: { readonly target: string; readonly swap: string; readonly children: unknown }): VNode {
  return h(
    "hx-partial",
    { "hx-target": props.target, "hx-swap": props.swap } as object,
    props.children as VNode,
  );
}
