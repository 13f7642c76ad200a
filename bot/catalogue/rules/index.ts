import type { Rule } from "../checking/rule.ts";
import { caseDocuments } from "./case-documents.ts";
import { composedUnicode } from "./composed-unicode.ts";
import { coreGuides } from "./core-guides.ts";
import { councilFees } from "./council-fees.ts";
import { datedSources } from "./dated-sources.ts";
import { english } from "./english.ts";
import { feeUnits } from "./fee-units.ts";
import { fieldFiles } from "./field-files.ts";
import { formerDistricts } from "./former-districts.ts";
import { formsNamed } from "./forms-named.ts";
import { freeGrounds } from "./free-grounds.ts";
import { guideChannels } from "./guide-channels.ts";
import { guideDocuments } from "./guide-documents.ts";
import { guideNumbers } from "./guide-numbers.ts";
import { holidays } from "./holidays.ts";
import { lifeEventSteps } from "./life-event-steps.ts";
import { noEvaluationPhrases } from "./no-evaluation-phrases.ts";
import { officialLinks } from "./official-links.ts";
import { personalData } from "./personal-data.ts";
import { phraseOwners } from "./phrase-owners.ts";
import { priorityGuides } from "./priority-guides.ts";
import { readability } from "./readability.ts";
import { references } from "./references.ts";
import { repliesComplete } from "./replies-complete.ts";
import { schema } from "./schema.ts";
import { tellingPhrases } from "./telling-phrases.ts";
import { timesConsistent } from "./times-consistent.ts";
import { topicChoices } from "./topic-choices.ts";
import { uniqueCodes } from "./unique-codes.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every content rule, in the order an editor should mend what they find: form first, then truth, then style. */
export const contentRules: readonly Rule[] = [
  schema,
  composedUnicode,
  uniqueCodes,
  fieldFiles,
  officialLinks,
  datedSources,
  timesConsistent,
  feeUnits,
  councilFees,
  freeGrounds,
  formerDistricts,
  priorityGuides,
  coreGuides,
  guideNumbers,
  guideDocuments,
  guideChannels,
  caseDocuments,
  formsNamed,
  references,
  phraseOwners,
  tellingPhrases,
  noEvaluationPhrases,
  topicChoices,
  lifeEventSteps,
  holidays,
  repliesComplete,
  vocabulary,
  readability,
  english,
  personalData,
];
