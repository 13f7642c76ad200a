import type { Rule } from "../checking/rule.ts";

/** The other rules see only files that fit, so this one comes first. */
export const schema: Rule = {
  name: "schema",
  description: "Every file is JSON, fits its schema, and is one the bot reads.",
  scope: "files",
  check: (knowledge) =>
    knowledge.issues.map(({ file, path, found, expected }) => ({
      file,
      code: "",
      field: path,
      found,
      expected,
    })),
};
