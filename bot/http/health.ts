import { type RequestHandler, Router } from "express";
import { onlyMethods } from "./methods.ts";

/** One thing that has to work before requests are taken. Rejects, with a reason, when it does not. */
export interface ReadinessCheck {
  readonly name: string;
  readonly check: () => Promise<void>;
}

/** A check that takes longer counts as failed. */
const PATIENCE_MS = 2_000;

/**
 * `GET /healthz`: the process lives. `GET /readyz`: every check passes, else 503 with the names of those
 * that failed; also 503 once `draining` says so, so that a load balancer sends nothing more.
 */
export function healthRoutes(parts: {
  readonly checks: readonly ReadinessCheck[];
  readonly draining: () => boolean;
}): Router {
  const router = Router();
  router
    .route("/healthz")
    .get((_req, res) => {
      res.json({ status: "ok" });
    })
    .all(onlyMethods("GET", "HEAD"));
  router.route("/readyz").get(readiness(parts)).all(onlyMethods("GET", "HEAD"));
  return router;
}

function readiness({ checks, draining }: Parameters<typeof healthRoutes>[0]): RequestHandler {
  return async (_req, res) => {
    const outcomes = await Promise.all(
      checks.map(async ({ name, check }) => [name, await passes(check)] as const),
    );
    const failed = outcomes.filter(([, ok]) => !ok).map(([name]) => name);
    if (draining()) failed.push("draining");
    res.status(failed.length === 0 ? 200 : 503);
    res.json({ status: failed.length === 0 ? "ready" : "not ready", failed });
  };
}

async function passes(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const done = check().then(
    () => true,
    () => false,
  );
  const ok = await Promise.race([done, late]);
  clearTimeout(timer);
  return ok;
}
