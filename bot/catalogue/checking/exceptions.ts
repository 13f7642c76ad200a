import type { Finding, Problem } from "./rule.ts";
import type { Exception } from "./view.ts";

/** Where exceptions are listed, inside the knowledge folder. */
export const EXCEPTIONS_FILE = "exceptions.json";

/**
 * Takes excepted problems out, and adds one for every exception that is past its date or covers nothing:
 * a list of exceptions that only grows would hide what is wrong.
 * @param today `YYYY-MM-DD`
 */
export function applyExceptions(
  problems: readonly Problem[],
  exceptions: readonly Exception[],
  today: string,
): Problem[] {
  const holding = exceptions.filter(({ until }) => until >= today);
  const used = new Set<Exception>();
  const left = problems.filter((problem) => {
    const exception = holding.find((candidate) => covers(candidate, problem));
    if (exception) for (const each of holding) if (covers(each, problem)) used.add(each);
    return !exception;
  });
  const outdated = exceptions.flatMap((exception): Finding[] => {
    const place = { file: EXCEPTIONS_FILE, code: exception.code, field: exception.field ?? "" };
    const name = `exception from ${exception.rule} until ${exception.until}`;
    if (exception.until < today) {
      return [
        {
          ...place,
          found: `${name}, which is past`,
          expected: "the fault mended, or a new date with a reason",
        },
      ];
    }
    if (!used.has(exception)) {
      return [{ ...place, found: `${name}, which no longer applies`, expected: "the exception taken out" }];
    }
    return [];
  });
  return [...left, ...outdated.map((finding) => ({ rule: "exceptions", ...finding }))];
}

function covers(exception: Exception, problem: Problem): boolean {
  return (
    exception.rule === problem.rule &&
    exception.code === problem.code &&
    (exception.field === undefined || exception.field === problem.field)
  );
}
