import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the first line on standard output that `is` fits; rejects when the child ends before. */
  readonly line: (is: (line: string) => boolean) => Promise<string>;
  readonly ended: Promise<void>;
  /** Sends a request over the process channel and gives the reply; rejects when the child ends before. */
  readonly ask: (request: object) => Promise<unknown>;
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
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const waiting = new Map<number, (reply: unknown) => void>();
  child.on("message", (message) => {
    const { id, reply } = message as { readonly id: number; readonly reply: unknown };
    waiting.get(id)?.(reply);
    waiting.delete(id);
  });
  let requests = 0;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  if (!child.stdout) throw new Error("the child has no standard output");
  const lines = createInterface({ input: child.stdout });
  return {
    process: child,
    line: (is) =>
      new Promise((resolve, reject) => {
        lines.on("line", (line) => is(line) && resolve(line));
        void ended.then(() => reject(new Error(`${path} ended before it said what was waited for`)));
      }),
    ended,
    ask: (request) =>
      new Promise((resolve, reject) => {
        const id = ++requests;
        waiting.set(id, resolve);
        child.send({ id, request }, (error) => error && reject(error));
        void ended.then(() => reject(new Error(`${path} ended before it replied`)));
      }),
    kill: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
}

/** In the child: replies to what the parent asks. A reply of `{ error }` stands for a failure. */
export function answerParent(reply: (request: unknown) => Promise<unknown>): void {
  process.on("message", (message: { readonly id: number; readonly request: unknown }) => {
    reply(message.request)
      .catch((error: unknown) => ({ error: String(error) }))
      .then((result) => process.send?.({ id: message.id, reply: result }))
      .catch(() => undefined);
  });
}
