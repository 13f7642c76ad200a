import { type Finding, judge } from "./finding.ts";

const node = judge("node", "Node.js", "Node.js");
const port = judge("port", "Cổng", "port");
const tests = judge("test-programs", "Chương trình cho kiểm thử", "programs for the tests");

/**
 * @param version as `process.versions.node` has it
 * @param engines the range of `package.json`, `>=20.19`
 */
export function checkNode(version: string, engines: string): Finding {
  const least = engines.replace(/^>=\s*/, "");
  if (isAtLeast(version, least)) return node.ok(version, version);
  return node.fail(
    { vi: `${version}, cần từ ${least} trở lên`, en: `${version}, at least ${least} is needed` },
    { vi: "cài bản Node.js LTS mới từ nodejs.org", en: "install a current Node.js LTS from nodejs.org" },
  );
}

function isAtLeast(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split(".").map(Number));
  for (const [at, wanted] of (b ?? []).entries()) {
    const part = a?.[at] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** `ours`: this program answers there already. */
export type PortState = "free" | "ours" | "taken" | "not-allowed";

export function checkPort(at: string, state: PortState): Finding {
  switch (state) {
    case "free":
      return port.ok(`${at} còn trống`, `${at} is free`);
    case "ours":
      return port.ok(`chương trình đang chạy ở ${at}`, `the program is running at ${at}`);
    case "taken":
      return port.fail(
        { vi: `${at} đang bị chương trình khác dùng`, en: `another program uses ${at}` },
        { vi: "dừng chương trình đó, hoặc đặt PORT khác", en: "stop that program, or set another PORT" },
      );
    case "not-allowed":
      return port.fail(
        { vi: `không mở được ${at}`, en: `cannot listen on ${at}` },
        {
          vi: "đặt HOST và PORT khác (cổng từ 1024 trở lên)",
          en: "set another HOST and PORT (1024 or higher)",
        },
      );
  }
}

/** Neither is needed to run the program. */
export function checkTestPrograms(found: {
  readonly chromium: boolean;
  readonly postgres: boolean;
}): Finding {
  const missing = [...(found.chromium ? [] : ["chromium"]), ...(found.postgres ? [] : ["postgresql"])].join(
    " ",
  );
  if (missing === "") return tests.ok("có Chromium và PostgreSQL", "Chromium and PostgreSQL are there");
  return tests.warn(
    { vi: `thiếu ${missing}`, en: `${missing} not found` },
    {
      vi: `chỉ cần cho npm test (Debian: apt-get install ${missing}); thiếu thì các kiểm thử đó được bỏ qua`,
      en: `only npm test needs it (Debian: apt-get install ${missing}); without it those tests are skipped`,
    },
  );
}
