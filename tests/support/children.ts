import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the first line on standard output that `is` fits; rejects when the child ends before. */
  readonly line: (is: (line: string) => boolean) => Promise<string>;
  readonly ended: Promise<void>;
  /** Ends it and waits until it is gone. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a TypeScript file of the project as a process of its own, without this process's environment. */
export function startChild(path: string, { args = [], env = {} }: ChildOptions = {}): Child {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { PATH: process.env.PATH ?? "", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const lines = createInterface({ input: child.stdout });
  return {
    process: child,
    line: (is) =>
      new Promise((resolve, reject) => {
        lines.on("line", (line) => is(line) && resolve(line));
        void ended.then(() => reject(new Error(`${path} ended before it said what was waited for`)));
      }),
    ended,
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}
