export { jsonFiles, readFacts, writeFacts } from "./facts-folder.ts";
export { type Rejected, readPortalFiles } from "./importers/import-files.ts";
export { loadKnowledge } from "./load.ts";
export { mergeRecords } from "./merge.ts";
