import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import express, { Router } from "express";

/** Names carry no version, so browsers ask again after ten minutes (and mostly hear 304). */
const MAX_AGE_MS = 10 * 60_000;

/** `/assets/…`: style sheet, scripts and icon. All of it is ours but htmx, which its own package holds. */
export function staticFiles(): Router {
  const htmxFolder = dirname(createRequire(import.meta.url).resolve("htmx.org"));
  const router = Router();
  router.get("/assets/htmx.min.js", (_req, res) => {
    res.sendFile("htmx.min.js", { root: htmxFolder, maxAge: MAX_AGE_MS });
  });
  router.use(
    "/assets",
    express.static(resolve("bot/view/static"), {
      index: false,
      maxAge: MAX_AGE_MS,
      redirect: false,
    }),
  );
  return router;
}
