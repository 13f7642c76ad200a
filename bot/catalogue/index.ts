export { jsonFiles, readFacts, writeFacts } from "./facts-folder.ts";
export { type Rejected, readPortalFiles } from "./importers/import-files.ts";
export { mergeRecords } from "./merge.ts";
