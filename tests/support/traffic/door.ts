import type { RequestHandler } from "express";
import type { Chance } from "../torture/chance.ts";

/** What stands between the platform and the program's webhook: sometimes it does not let an answer through. */
export interface Door {
  readonly handler: RequestHandler;
  readonly count: { webhooks: number; redeliveries: number; turnedAway: number; answersLost: number };
  /** How long each answered webhook took, ms. */
  readonly tookMs: readonly number[];
  /** Faults on or off. */
  faulty: boolean;
}

const TURNED_AWAY = 0.01;
const ANSWER_LOST = 0.01;
/** Later tries always succeed: the platform would switch the webhook off after the sixth failure. */
const FAULTY_TRIES = 3;

export function createDoor(path: string, chance: Chance): Door {
  const tookMs: number[] = [];
  const count = { webhooks: 0, redeliveries: 0, turnedAway: 0, answersLost: 0 };
  const door: Door = {
    faulty: true,
    count,
    tookMs,
    handler: (req, res, next) => {
      if (req.method !== "POST" || req.path !== path) return next();
      const startedMs = performance.now();
      const tries = Number(req.get("num_retry") ?? 0);
      count.webhooks += 1;
      if (tries > 0) count.redeliveries += 1;
      res.once("close", () => tookMs.push(performance.now() - startedMs));
      const luck = door.faulty && tries < FAULTY_TRIES ? chance.next() : 1;
      if (luck < TURNED_AWAY) {
        count.turnedAway += 1;
        res.status(503).end();
        return;
      }
      if (luck < TURNED_AWAY + ANSWER_LOST) {
        // The program has taken the event; the platform does not hear of it.
        count.answersLost += 1;
        res.json = () => {
          req.socket.destroy();
          return res;
        };
      }
      next();
    },
  };
  return door;
}
