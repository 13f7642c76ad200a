import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { OperatorError } from "../base/index.ts";
import type {
  CouncilFee,
  Guide,
  HolidayRules,
  Knowledge,
  LifeEvent,
  Places,
  Replies,
  Topic,
  Vocabulary,
} from "../domain/index.ts";
import { jsonFiles, readFacts } from "./facts-folder.ts";
import { openJsonFile } from "./json-file.ts";
import { councilFeesSchema } from "./schema/council-fees.ts";
import { guideFileSchema } from "./schema/guide.ts";
import { holidaysSchema } from "./schema/holidays.ts";
import {
  conceptsSchema,
  cuesSchema,
  facetWordsSchema,
  fillersSchema,
  intentsSchema,
  lifeEventsSchema,
  placesSchema,
  repliesSchema,
  shorthandSchema,
  topicFileSchema,
} from "./schema/knowledge.ts";

/** Folders of the knowledge. */
const parts = ["procedures", "guides", "topics", "life-events", "places", "vocabulary", "replies"];

type Schema<T> = Parameters<typeof openJsonFile<T>>[1];

/**
 * Reads and checks the whole knowledge folder.
 * @throws OperatorError naming the file and the place in it
 */
export function loadKnowledge(folder = "knowledge"): Knowledge {
  const read = {
    procedures: readFacts(join(folder, "procedures")),
    guides: readGuides(join(folder, "guides")),
    topics: readEach(join(folder, "topics"), topicFileSchema).flatMap(({ topics }) => topics) as Topic[],
    lifeEvents: readEach(join(folder, "life-events"), lifeEventsSchema).flatMap(
      ({ lifeEvents }) => lifeEvents,
    ) as LifeEvent[],
    places: readOne(join(folder, "places", "places.json"), placesSchema) as Places,
    holidays: readOne(join(folder, "places", "holidays.json"), holidaysSchema) as HolidayRules,
    councilFees: readOne(join(folder, "places", "council-fees.json"), councilFeesSchema).fees as CouncilFee[],
    vocabulary: readVocabulary(join(folder, "vocabulary")),
    replies: Object.assign({}, ...readEach(join(folder, "replies"), repliesSchema)) as Replies,
  };
  if (read.procedures.size === 0)
    throw new OperatorError(`${folder}: no procedures found. Run npm run import first.`);
  return Object.freeze({ version: versionOf(folder), ...read });
}

function readGuides(folder: string): Map<string, Guide> {
  const guides = new Map<string, Guide>();
  for (const guide of readEach(folder, guideFileSchema).flatMap((file) => file.guides)) {
    if (guides.has(guide.code)) throw new OperatorError(`${folder}: two guides for ${guide.code}`);
    guides.set(guide.code, guide as Guide);
  }
  return guides;
}

function readVocabulary(folder: string): Vocabulary {
  return {
    shorthand: readOne(join(folder, "shorthand.json"), shorthandSchema),
    concepts: readOne(join(folder, "concepts.json"), conceptsSchema),
    intents: readOne(join(folder, "intents.json"), intentsSchema) as Vocabulary["intents"],
    cues: readOne(join(folder, "cues.json"), cuesSchema) as Vocabulary["cues"],
    facets: readOne(join(folder, "facets.json"), facetWordsSchema),
    fillers: readOne(join(folder, "fillers.json"), fillersSchema),
  };
}

function readEach<T>(folder: string, schema: Schema<T>): T[] {
  return jsonFiles(folder).map((name) => readOne(join(folder, name), schema));
}

function readOne<T>(path: string, schema: Schema<T>): T {
  const { data } = openJsonFile<T | null>(path, schema, null);
  if (data === null) throw new OperatorError(`${path} is missing`);
  return data;
}

/** A short hash over every file, so that every process can tell whether it holds the same knowledge. */
function versionOf(folder: string): string {
  const hash = createHash("sha1");
  for (const part of parts) {
    for (const name of jsonFiles(join(folder, part)))
      hash.update(name).update(readFileSync(join(folder, part, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
