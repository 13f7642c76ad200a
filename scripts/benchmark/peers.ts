import { create, insertMultiple, search } from "@orama/orama";
import MiniSearch from "minisearch";
import natural from "natural/lib/natural/classifiers/index.js";
import tfidf from "natural/lib/natural/tfidf/index.js";
import { NlpManager } from "node-nlp";
import { foldAccents, normalise, wordsOf } from "../../bot/text/index.ts";

/** What every engine is given for one procedure. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  /** Everyday wordings and purpose, one text each. */
  readonly phrases: readonly string[];
}

/** A search engine or classifier made ready: best codes first. */
export type Search = (question: string) => readonly string[] | Promise<readonly string[]>;

export interface Peer {
  readonly name: string;
  readonly build: (subjects: readonly Subject[]) => Search | Promise<Search>;
}

const FIRST = 3;
const plain = (text: string) => foldAccents(normalise(text)).toLowerCase();
const tokens = (text: string) => wordsOf(normalise(text)).map(({ folded }) => folded);

/** The engines people would otherwise take, with accents folded so that they are not at a loss from the start. */
export const peers: readonly Peer[] = [
  { name: "MiniSearch, names", build: (all) => miniSearch(all, ["name"]) },
  { name: "MiniSearch, names and phrases", build: (all) => miniSearch(all, ["name", "phrases"]) },
  { name: "natural TF-IDF, names and phrases", build: naturalTfIdf },
  { name: "natural Bayes classifier, phrases", build: naturalBayes },
  { name: "Orama, names and phrases", build: orama },
  { name: "nlp.js, names and phrases", build: nlpjs },
];

function miniSearch(subjects: readonly Subject[], fields: string[]): Search {
  const index = new MiniSearch({
    fields,
    idField: "code",
    processTerm: (term) => plain(term),
    searchOptions: { combineWith: "OR" },
  });
  index.addAll(subjects.map(({ code, name, phrases }) => ({ code, name, phrases: phrases.join(" . ") })));
  return (question) =>
    index
      .search(plain(question))
      .slice(0, FIRST)
      .map(({ id }) => String(id));
}

function naturalTfIdf(subjects: readonly Subject[]): Search {
  const index = new tfidf.TfIdf();
  for (const { name, phrases } of subjects) index.addDocument(tokens([name, ...phrases].join(" . ")));
  return (question) => {
    const scores: [string, number][] = [];
    index.tfidfs(tokens(question), (at, score) => {
      const code = subjects[at]?.code;
      if (code) scores.push([code, score]);
    });
    return best(scores);
  };
}

function naturalBayes(subjects: readonly Subject[]): Search {
  const stemmer = { tokenizeAndStem: (text: string) => tokens(text) };
  const classifier = new natural.BayesClassifier(
    stemmer as ConstructorParameters<typeof natural.BayesClassifier>[0],
  );
  for (const { code, name, phrases } of subjects) {
    for (const text of [name, ...phrases]) classifier.addDocument(text, code);
  }
  classifier.train();
  return (question) =>
    best(classifier.getClassifications(question).map(({ label, value }): [string, number] => [label, value]));
}

async function orama(subjects: readonly Subject[]): Promise<Search> {
  const index = create({ schema: { code: "string", name: "string", phrases: "string" } });
  await insertMultiple(
    index,
    subjects.map(({ code, name, phrases }) => ({
      code,
      name: plain(name),
      phrases: plain(phrases.join(" . ")),
    })),
  );
  return async (question) => {
    const { hits } = await search(index, {
      term: plain(question),
      properties: ["name", "phrases"],
      threshold: 1,
      limit: FIRST,
    });
    return hits.map(({ document }) => document.code);
  };
}

async function nlpjs(subjects: readonly Subject[]): Promise<Search> {
  const nlp = new NlpManager({
    languages: ["vi"],
    nlu: { log: false, useNoneFeature: false },
    autoSave: false,
  });
  for (const { code, name, phrases } of subjects) {
    for (const text of [name, ...phrases]) nlp.addDocument("vi", plain(text), code);
  }
  await nlp.train();
  return async (question) => {
    const { classifications } = await nlp.process("vi", plain(question));
    return classifications.slice(0, FIRST).map(({ intent }) => intent);
  };
}

function best(scores: [string, number][]): string[] {
  return scores
    .sort((a, b) => b[1] - a[1])
    .slice(0, FIRST)
    .map(([code]) => code);
}
