import { systemClock } from "../../../bot/base/index.ts";
import { type Child, startChild } from "../children.ts";
import type { Chance } from "./chance.ts";

export interface LivesOptions {
  /** The server's file, from the project's root. */
  readonly server: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where the server says that it lives. */
  readonly healthUrl: string;
  readonly kills: number;
  readonly chance: Chance;
  /** Told each time the server is ready for work. */
  readonly onReady: () => void;
  readonly onKilled: (count: number) => void;
}

/** A life ends this long after the server was ready, at most: while the work handed to it is in hand. */
const LIFE_MS = 400;
/** Some lives end before they have begun, in the middle of opening the store. */
const STILLBORN = 0.1;
const STILLBORN_MS = 1_200;
/** A full server reads all its knowledge first; a crowded machine is slow at that. */
const READY_WITHIN_MS = 180_000;

/** Starts the server and kills it without warning, over and over. @returns the life that may stay */
export async function liveAndDie(options: LivesOptions): Promise<Child> {
  const { kills, chance, onReady, onKilled } = options;
  for (let count = 1; count <= kills; count++) {
    const child = start(options);
    if (chance.next() < STILLBORN) {
      await systemClock.sleep(chance.below(STILLBORN_MS));
    } else {
      await untilReady(child, options.healthUrl);
      onReady();
      await systemClock.sleep(chance.below(LIFE_MS));
    }
    await child.kill("SIGKILL");
    onKilled(count);
  }
  const last = start(options);
  await untilReady(last, options.healthUrl);
  onReady();
  return last;
}

function start({ server, env }: LivesOptions): Child {
  return startChild(server, { env });
}

/** A server that does not get ready is ended, so that nothing is left behind. */
async function untilReady(child: Child, healthUrl: string): Promise<void> {
  const untilMs = systemClock.nowMs() + READY_WITHIN_MS;
  while (!(await answers(healthUrl))) {
    const gone = child.process.exitCode !== null;
    if (gone || systemClock.nowMs() > untilMs) {
      await child.kill("SIGKILL");
      throw new Error(gone ? "the server ended by itself" : "the server did not get ready");
    }
    await systemClock.sleep(25);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
