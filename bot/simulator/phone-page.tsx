import { h, type VNode } from "preact";
import { Page } from "../view/index.ts";
import { Controls } from "./controls.tsx";
import { Facts } from "./facts.tsx";
import type { PhonePageProps } from "./page-props.ts";
import { Messages, PhoneBar, PhoneScreen } from "./phone.tsx";
import { Timeline } from "./timeline.tsx";
import { words } from "./words.ts";

/** The phone, and beside it what the two programs say to each other. */
export function livePage(props: PhonePageProps): VNode {
  const { language, personId } = props;
  const say = words[language];
  return (
    <Page
      kind="simulator"
      language={language}
      title={say.title}
      description={say.description}
      path={props.path}
      scripts={["simulator.js"]}
    >
      <main id="noi-dung" class="desk">
        <PhoneScreen {...props} />
        <div class="behind">
          <h1>{say.title}</h1>
          <p>{say.what}</p>
          <section class="card" aria-labelledby="happened">
            <h2 id="happened">{say.happened}</h2>
            <p class="quiet">{say.happenedHint}</p>
            <div id="timeline">
              <Timeline {...props} />
            </div>
          </section>
          <section class="card" aria-labelledby="facts-title">
            <h2 id="facts-title">{say.facts}</h2>
            <div id="facts">
              <Facts {...props} />
            </div>
          </section>
          <Controls language={language} personId={personId} />
        </div>
        <Ticker {...props} />
      </main>
    </Page>
  );
}

/** The pieces that change, put in their places without touching what the reader opened or typed. */
export function liveParts(props: PhonePageProps): VNode {
  return (
    <>
      {part("#talk", "innerMorph", <Messages {...props} />)}
      {part("#phone-bar", "innerMorph", <PhoneBar {...props} />)}
      {part("#timeline", "innerMorph", <Timeline {...props} />)}
      {part("#facts", "innerMorph", <Facts {...props} />)}
      {part("#ticker", "outerHTML", <Ticker {...props} />)}
    </>
  );
}

/** Asks once a second whether anything changed. */
function Ticker({ platform, personId }: PhonePageProps): VNode {
  return (
    <div
      id="ticker"
      hx-get={`/simulator/people/${personId}/live?v=${platform.world.version()}`}
      hx-trigger="every 1s"
      hx-swap="none"
    />
  );
}

function part(target: string, swap: string, children: VNode): VNode {
  return h("hx-partial", { "hx-target": target, "hx-swap": swap } as object, children);
}
