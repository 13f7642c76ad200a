import { createHash } from "node:crypto";
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

type Schema<T> = Parameters<typeof openJsonFile<T>>[1];

/** Reads one file. */
type Read = <T>(path: string, schema: Schema<T>) => T;

/**
 * Reads and checks the whole knowledge folder.
 * @throws OperatorError naming the file and the place in it
 */
export function loadKnowledge(folder = "knowledge"): Knowledge {
  // A short hash over everything read, so that every process can tell whether it holds the same knowledge.
  const hash = createHash("sha1");
  const seen = (text: string) => void hash.update(text);
  const read: Read = (path, schema) => readOne(path, schema, seen);
  const knowledge = {
    procedures: readFacts(join(folder, "procedures"), seen),
    guides: readGuides(join(folder, "guides"), read),
    topics: readEach(join(folder, "topics"), topicFileSchema, read).flatMap(
      ({ topics }) => topics,
    ) as Topic[],
    lifeEvents: readEach(join(folder, "life-events"), lifeEventsSchema, read).flatMap(
      ({ lifeEvents }) => lifeEvents,
    ) as LifeEvent[],
    places: read(join(folder, "places", "places.json"), placesSchema) as Places,
    holidays: read(join(folder, "places", "holidays.json"), holidaysSchema) as HolidayRules,
    councilFees: read(join(folder, "places", "council-fees.json"), councilFeesSchema).fees as CouncilFee[],
    vocabulary: readVocabulary(join(folder, "vocabulary"), read),
    replies: Object.assign({}, ...readEach(join(folder, "replies"), repliesSchema, read)) as Replies,
  };
  if (knowledge.procedures.size === 0)
    throw new OperatorError(`${folder}: no procedures found. Run npm run import first.`);
  return Object.freeze({ version: hash.digest("hex").slice(0, 12), ...knowledge });
}

function readGuides(folder: string, read: Read): Map<string, Guide> {
  const guides = new Map<string, Guide>();
  for (const guide of readEach(folder, guideFileSchema, read).flatMap((file) => file.guides)) {
    if (guides.has(guide.code)) throw new OperatorError(`${folder}: two guides for ${guide.code}`);
    guides.set(guide.code, guide as Guide);
  }
  return guides;
}

function readVocabulary(folder: string, read: Read): Vocabulary {
  return {
    shorthand: read(join(folder, "shorthand.json"), shorthandSchema),
    concepts: read(join(folder, "concepts.json"), conceptsSchema),
    intents: read(join(folder, "intents.json"), intentsSchema) as Vocabulary["intents"],
    cues: read(join(folder, "cues.json"), cuesSchema) as Vocabulary["cues"],
    facets: read(join(folder, "facets.json"), facetWordsSchema),
    fillers: read(join(folder, "fillers.json"), fillersSchema),
  };
}

function readEach<T>(folder: string, schema: Schema<T>, read: Read): T[] {
  return jsonFiles(folder).map((name) => read(join(folder, name), schema));
}

function readOne<T>(path: string, schema: Schema<T>, seen: (text: string) => void): T {
  const { data } = openJsonFile<T | null>(path, schema, null, seen);
  if (data === null) throw new OperatorError(`${path} is missing`);
  return data;
}
