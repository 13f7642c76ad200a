import { z } from "zod";
import { readSourceFile } from "../importers/read-source.ts";
import type { EvaluationQuestion } from "./rule.ts";

const line = z.object({
  id: z.coerce.string(),
  text: z.string().optional(),
  turns: z.array(z.object({ text: z.string() })).optional(),
});

/**
 * The texts of evaluation files: one JSON a line, `{id, text}` or `{id, turns: [{text}]}`. Other lines are passed over.
 * @throws OperatorError when a file cannot be opened
 */
export function readEvaluationQuestions(paths: readonly string[]): EvaluationQuestion[] {
  return paths.flatMap((path) =>
    readSourceFile(path).flatMap(({ value }) => {
      const parsed = line.safeParse(value);
      if (!parsed.success) return [];
      const { id, text, turns = [] } = parsed.data;
      return [...(text ? [text] : []), ...turns.map((turn) => turn.text)].map((each) => ({ id, text: each }));
    }),
  );
}
