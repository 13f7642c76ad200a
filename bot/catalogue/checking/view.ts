import type {
  CouncilFee,
  Guide,
  HolidayRules,
  LifeEvent,
  Places,
  Procedure,
  Text,
  Topic,
  Vocabulary,
} from "../../domain/index.ts";
import { councilFeesSchema } from "../schema/council-fees.ts";
import { guideFileSchema } from "../schema/guide.ts";
import { holidaysSchema } from "../schema/holidays.ts";
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
} from "../schema/knowledge.ts";
import { procedureFileSchema } from "../schema/procedure.ts";
import { exceptionsSchema, prioritySchema } from "../schema/upkeep.ts";
import type { KnowledgeFile } from "./knowledge-files.ts";
import { type FileIssue, SchemaReader } from "./schema-reader.ts";

/** Where staff enter what the provincial council decided, inside the knowledge folder. */
export const COUNCIL_FEES_FILE = "places/council-fees.json";

/** A record and the file it stands in. */
export interface ProcedureEntry {
  readonly file: string;
  readonly fileField: string;
  readonly procedure: Procedure;
}

/** A guide and the file it stands in. */
export interface GuideEntry {
  readonly file: string;
  /** The field the file says it is about. */
  readonly fileField: string;
  readonly guide: Guide;
}

/** A topic and the file it stands in. */
export interface TopicEntry {
  readonly file: string;
  readonly topic: Topic;
}

/** A life event and the file it stands in. */
export interface LifeEventEntry {
  readonly file: string;
  readonly event: LifeEvent;
}

/** One wording and the file it stands in. */
export interface ReplyEntry {
  readonly file: string;
  readonly name: string;
  readonly text: Required<Text>;
}

/** The procedures to care for first, and those promised in full English. */
export interface Priority {
  readonly procedures: readonly { readonly code: string; readonly group: string; readonly core: boolean }[];
  readonly fullEnglish: readonly string[];
}

/** A fault accepted until a day, with the reason. */
export interface Exception {
  readonly rule: string;
  readonly code: string;
  readonly field?: string;
  readonly reason: string;
  readonly until: string;
}

/**
 * All knowledge with the file each part stands in. Unlike `Knowledge` it holds what is wrong too:
 * a code that comes twice, a file that does not fit, a part that is missing.
 */
export interface KnowledgeView {
  readonly files: readonly KnowledgeFile[];
  readonly issues: readonly FileIssue[];
  readonly procedures: readonly ProcedureEntry[];
  readonly guides: readonly GuideEntry[];
  readonly topics: readonly TopicEntry[];
  readonly lifeEvents: readonly LifeEventEntry[];
  readonly replies: readonly ReplyEntry[];
  readonly places: Places | undefined;
  readonly holidays: HolidayRules | undefined;
  readonly councilFees: readonly CouncilFee[];
  readonly vocabulary: { readonly [Part in keyof Vocabulary]: Vocabulary[Part] | undefined };
  readonly priority: Priority;
  readonly exceptions: readonly Exception[];
  /** The first record of each code. */
  readonly recordOf: (code: string) => Procedure | undefined;
  readonly guideOf: (code: string) => Guide | undefined;
}

/** Arranges files for the rules. A file that does not fit its schema is left out and listed in `issues`. */
export function viewOf(files: readonly KnowledgeFile[]): KnowledgeView {
  const reader = new SchemaReader(files);
  const procedures = reader.each("procedures", procedureFileSchema, (file, { field, procedures: records }) =>
    records.map((record) => ({ file, fileField: field, procedure: record as Procedure })),
  );
  const guides = reader.each("guides", guideFileSchema, (file, { field, guides: all }) =>
    all.map((guide) => ({ file, fileField: field, guide: guide as Guide })),
  );
  const priority = reader.one("priority.json", prioritySchema);
  const view = {
    procedures,
    guides,
    topics: reader.each("topics", topicFileSchema, (file, { topics }) =>
      topics.map((topic) => ({ file, topic: topic as Topic })),
    ),
    lifeEvents: reader.each("life-events", lifeEventsSchema, (file, { lifeEvents }) =>
      lifeEvents.map((event) => ({ file, event: event as LifeEvent })),
    ),
    replies: reader.each("replies", repliesSchema, (file, replies) =>
      Object.entries(replies).map(([name, text]) => ({ file, name, text })),
    ),
    places: reader.one("places/places.json", placesSchema) as Places | undefined,
    holidays: reader.one("places/holidays.json", holidaysSchema) as HolidayRules | undefined,
    councilFees: (reader.one(COUNCIL_FEES_FILE, councilFeesSchema)?.fees ?? []) as readonly CouncilFee[],
    vocabulary: {
      shorthand: reader.one("vocabulary/shorthand.json", shorthandSchema),
      concepts: reader.one("vocabulary/concepts.json", conceptsSchema),
      intents: reader.one("vocabulary/intents.json", intentsSchema) as Vocabulary["intents"] | undefined,
      cues: reader.one("vocabulary/cues.json", cuesSchema) as Vocabulary["cues"] | undefined,
      facets: reader.one("vocabulary/facets.json", facetWordsSchema),
      fillers: reader.one("vocabulary/fillers.json", fillersSchema),
    },
    priority: {
      procedures: (priority?.procedures ?? []).map(({ code, group, core }) => ({
        code,
        group,
        core: core ?? false,
      })),
      fullEnglish: priority?.fullEnglish ?? [],
    },
    exceptions: (reader.one("exceptions.json", exceptionsSchema) ?? []) as readonly Exception[],
  };
  const records = firstOfEach(procedures.map(({ procedure }) => procedure));
  const guideByCode = firstOfEach(guides.map(({ guide }) => guide));
  return {
    files,
    issues: reader.finish(),
    ...view,
    recordOf: (code) => records.get(code),
    guideOf: (code) => guideByCode.get(code),
  };
}

function firstOfEach<T extends { readonly code: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.toReversed().map((item) => [item.code, item]));
}
