import type { VNode } from "preact";
import {
  isUntranslated,
  type Say,
  type Subject,
  sectionsOf,
  shortName,
  sourceLine,
  surroundingsOf,
  wording,
  writePayload,
} from "../answer/index.ts";
import {
  type Facet,
  facets,
  type Knowledge,
  type Language,
  type Procedure,
  type Text,
} from "../domain/index.ts";
import { Line, Link, MessageText, Page } from "../view/index.ts";
import { type CaseStep, caseSteps, type Decided } from "./cases.ts";
import { partTitles, type Words, words } from "./words.ts";

export interface ProcedurePageProps {
  readonly knowledge: Knowledge;
  readonly procedure: Procedure;
  readonly decided: Decided;
  /** In Vietnam, `YYYY-MM-DD`: what holds on this day is told. */
  readonly today: string;
  readonly language: Language;
  readonly path: string;
}

/** Everything known about one procedure, from the record and the guide; made to be printed as well. */
export function ProcedurePage(props: ProcedurePageProps): VNode {
  const { knowledge, procedure, decided, today, language, path } = props;
  const labels = words[language];
  const guide = knowledge.guides.get(procedure.code);
  const say = wording(knowledge.replies, language);
  const surroundings = surroundingsOf(procedure.code, knowledge, today);
  const subject: Subject = { procedure, guide, language, say, decided, ...surroundings };
  const name = shortName(subject);
  const parts = partsIn(language);
  const texts = partTexts(
    subject,
    parts.map(([facet]) => facet),
  );
  const lines = [name, ...texts.values()].flatMap((text) => text.split("\n"));
  const untranslated = language === "en" && lines.some(isUntranslated);
  return (
    <Page
      kind="procedure"
      language={language}
      title={name}
      description={guide ? inLanguage(guide.purpose, language) : procedure.name}
      path={path}
      links={
        <a class="bar-link" href="/chat">
          {labels.ask}
        </a>
      }
    >
      <main id="noi-dung" class="sheet">
        <h1>{name}</h1>
        {guide && <p class="lead">{inLanguage(guide.purpose, language)}</p>}
        <p class="quiet" lang="vi">
          {labels.official}: {procedure.name} ({procedure.code})
        </p>
        <nav class="choices contents" aria-label={labels.contents}>
          {parts.map(([facet, title]) => (
            <a key={facet} class="small" href={`#${facet}`}>
              {title}
            </a>
          ))}
        </nav>
        {untranslated && <p class="notice">{say("vietnamese-only")}</p>}
        {parts.map(([facet, title]) => (
          <section key={facet} id={facet} class="part">
            <h2>{title}</h2>
            {facet === "documents" && (
              <Cases steps={caseSteps(guide, decided)} language={language} labels={labels} />
            )}
            <MessageText text={texts.get(facet) ?? ""} />
          </section>
        ))}
        <SourceBox procedure={procedure} say={say} labels={labels} />
        <Related knowledge={knowledge} codes={guide?.related ?? []} language={language} labels={labels} />
        <AskForm procedure={procedure} labels={labels} />
      </main>
    </Page>
  );
}

function partsIn(language: Language): [Facet, string][] {
  const titles = Object.entries(partTitles[language]);
  return titles.flatMap(([name, title]) =>
    facets.filter((facet) => facet === name).map((facet): [Facet, string] => [facet, title]),
  );
}

/** The same lines as in an answer; what an earlier part has said already is not repeated. */
function partTexts(subject: Subject, parts: readonly Facet[]): Map<Facet, string> {
  const { guide, language } = subject;
  const said = new Set(guide ? [inLanguage(guide.purpose, language)] : []);
  const texts = new Map<Facet, string>();
  for (const facet of parts) {
    const lines = sectionsOf(subject, [facet]).flatMap((section) => section.lines);
    texts.set(facet, lines.filter((line) => !said.has(line)).join("\n"));
    for (const line of lines) said.add(line);
  }
  return texts;
}

function Cases(props: {
  readonly steps: readonly CaseStep[];
  readonly language: Language;
  readonly labels: Words;
}): VNode | null {
  const { steps, language, labels } = props;
  if (steps.length === 0) return null;
  return (
    <div class="cases">
      <p class="label">{labels.yourCase}</p>
      {steps.map(({ question, links }) => (
        <div key={question.id} class="case">
          <p>{inLanguage(question.question, language)}</p>
          <div class="choices">
            {links.map(({ option, href, chosen }) => (
              <a
                key={option.id}
                class={chosen ? "choice chosen" : "choice"}
                href={href}
                aria-current={chosen}
              >
                {inLanguage(option.label, language)}
              </a>
            ))}
          </div>
          {links.map(
            ({ option, chosen }) =>
              chosen && option.note && <p key={option.id}>{inLanguage(option.note, language)}</p>,
          )}
        </div>
      ))}
    </div>
  );
}

function SourceBox(props: {
  readonly procedure: Procedure;
  readonly say: Say;
  readonly labels: Words;
}): VNode {
  const { procedure, say, labels } = props;
  const checked = procedure.source.checkedOn.split("-").reverse().join("/");
  return (
    <section class="card source-box">
      <h2>{labels.source}</h2>
      <p>
        <Line text={sourceLine({ procedure, say })} />
      </p>
      <p>{labels.checked.replace("{date}", checked)}</p>
      <p>
        <Link href={procedure.portalUrl}>{labels.portal}</Link>
      </p>
    </section>
  );
}

function Related(props: {
  readonly knowledge: Knowledge;
  readonly codes: readonly string[];
  readonly language: Language;
  readonly labels: Words;
}): VNode | null {
  const { knowledge, codes, language, labels } = props;
  const known = codes.flatMap((code) => knowledge.procedures.get(code) ?? []);
  if (known.length === 0) return null;
  return (
    <section class="part">
      <h2>{labels.related}</h2>
      <ul>
        {known.map((procedure) => (
          <li key={procedure.code}>
            <a href={`/tt/${procedure.code}`}>
              {shortName({ procedure, guide: knowledge.guides.get(procedure.code), language })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AskForm({ procedure, labels }: { readonly procedure: Procedure; readonly labels: Words }): VNode {
  return (
    <form class="choices ask" method="post" action="/chat">
      <button
        type="submit"
        class="primary"
        name="say"
        value={writePayload({ kind: "procedure", code: procedure.code })}
      >
        {labels.askAbout}
      </button>
      <button type="submit" class="choice" name="say" value={labels.officerSays}>
        {labels.officer}
      </button>
    </form>
  );
}

function inLanguage(text: Text, language: Language): string {
  return (language === "en" ? text.en : undefined) ?? text.vi;
}
