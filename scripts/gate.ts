// npm test: everything that must hold, one after another; ends with a line of counts
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

interface Stage {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), "motcua-gate-"));
const report = join(folder, "vitest.json");

const stages: readonly Stage[] = [
  { name: "format and lint", command: "biome", args: ["ci", "."] },
  { name: "types", command: "tsc", args: ["--noEmit"] },
  { name: "knowledge", command: "tsx", args: ["scripts/check-knowledge.ts"] },
];
const tests: Stage = {
  name: "tests",
  command: "vitest",
  args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
};

const counts = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Runs one stage with its output shown; true when it ended well. */
function run({ name, command, args }: Stage): Promise<boolean> {
  console.log(`\n── ${name}`);
  return new Promise((resolve) => {
    const child = spawn(join("node_modules", ".bin", command), args, {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", () => resolve(false));
    child.on("exit", (code) => resolve(code === 0));
  });
}

let passed = 0;
let failed = 0;
for (const stage of stages) {
  if (await run(stage)) passed += 1;
  else failed += 1;
}
const green = await run(tests);
const seen = readReport();
if (seen) {
  passed += seen.numPassedTests;
  failed += seen.numFailedTests;
  const skipped = seen.testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName }) => fullName),
  );
  for (const name of skipped) console.log(`skipped: ${name}`);
  // A build server has a browser and a database; there a skipped test is a test that nobody ran.
  if (process.env.CI && skipped.length > 0) failed += skipped.length;
}
if (!green && (!seen || seen.numFailedTests === 0)) failed += 1;
rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function readReport(): z.infer<typeof counts> | undefined {
  try {
    return counts.parse(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return undefined;
  }
}
