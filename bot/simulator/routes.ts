import { type Request, type RequestHandler, Router } from "express";
import { z } from "zod";
import { formBody, jsonBody, onlyMethods, sameOriginOnly } from "../http/index.ts";
import { chooseLanguage, languageOf, renderPage, renderParts } from "../view/index.ts";
import { newId } from "./account.ts";
import { type ActionParts, carryOut } from "./page-actions.ts";
import { livePage, liveParts } from "./phone-page.tsx";
import { settingsSchema } from "./settings.ts";

/** Longer than any phone sends, so that the bot's own limits can be tried. */
const TEXT_LIMIT = 20_000;
const BODY_LIMIT_BYTES = 256 * 1024;

const saySchema = z.object({ text: z.string().max(TEXT_LIMIT) });
const actionSchema = z.object({
  act: z.string().max(40),
  text: z.string().max(TEXT_LIMIT).default(""),
  message: z.string().max(64).default(""),
  button: z.coerce.number().int().min(0).max(9).default(0),
});

/**
 * The phone-like page under `/simulator`, and the plain contract beside it:
 * `POST /simulator/people/:id/messages {text}` → 202, `GET` of the same → what the phone shows;
 * `PATCH /simulator/settings` changes how the platform behaves.
 */
export function simulatorRouter(parts: ActionParts): Router {
  const router = Router();
  const json = jsonBody({ limitBytes: BODY_LIMIT_BYTES });
  router.use("/simulator", chooseLanguage, sameOriginOnly);
  router
    .route("/simulator")
    .get((_req, res) => res.redirect(303, `/simulator/people/${newId()}`))
    .all(onlyMethods("GET"));
  router
    .route("/simulator/settings")
    .get(showSettings(parts))
    .patch(...json, changeSettings(parts))
    .all(onlyMethods("GET", "PATCH"));
  router.param("id", (_req, _res, next, id: string) => next(/^[\w-]{1,64}$/.test(id) ? undefined : "router"));
  router.route("/simulator/people/:id").get(showPhone(parts)).all(onlyMethods("GET"));
  router.route("/simulator/people/:id/live").get(showLive(parts)).all(onlyMethods("GET"));
  router
    .route("/simulator/people/:id/messages")
    .get(listMessages(parts))
    .post(...json, say(parts))
    .all(onlyMethods("GET", "POST"));
  router
    .route("/simulator/people/:id/acts")
    .post(...formBody({ limitBytes: BODY_LIMIT_BYTES }), act(parts))
    .all(onlyMethods("POST"));
  return router;
}

function say({ acts }: ActionParts): RequestHandler {
  return (req, res) => {
    const read = saySchema.safeParse(req.body);
    if (!read.success) {
      res.status(400).json({ error: `expected {"text": "…"} of at most ${TEXT_LIMIT} letters` });
      return;
    }
    res.status(202).json({ messageId: acts.say(personId(req), read.data.text) });
  };
}

function listMessages({ platform }: ActionParts): RequestHandler {
  return (req, res) => {
    const messages = platform.world.find(personId(req))?.messages ?? [];
    res.set("Cache-Control", "no-store").json(
      messages.map(({ from, text, buttons, atMs }) => ({
        from,
        text,
        buttons: buttons.map(({ title, payload, type }) => ({ title, payload, type })),
        at: new Date(atMs).toISOString(),
      })),
    );
  };
}

function showPhone({ platform }: ActionParts): RequestHandler {
  return (req, res) => {
    const page = livePage({
      platform,
      personId: personId(req),
      language: languageOf(res),
      path: req.originalUrl,
    });
    res.set("Cache-Control", "private, no-store").type("html").send(renderPage(page));
  };
}

/** What changed since version `v`; 204 when nothing did. */
function showLive({ platform }: ActionParts): RequestHandler {
  return (req, res) => {
    if (req.query.v === String(platform.world.version())) {
      res.status(204).end();
      return;
    }
    const parts = liveParts({
      platform,
      personId: personId(req),
      language: languageOf(res),
      path: req.originalUrl,
    });
    res.set("Cache-Control", "private, no-store").type("html").send(renderParts(parts));
  };
}

function act(parts: ActionParts): RequestHandler {
  return (req, res) => {
    const read = actionSchema.safeParse(req.body);
    if (!read.success || !carryOut(read.data, personId(req), parts)) {
      res.status(400).type("text/plain").send("400 Bad Request: unknown act\n");
      return;
    }
    if (req.get("hx-request") !== "true") {
      res.redirect(303, `/simulator/people/${personId(req)}`);
      return;
    }
    const { platform } = parts;
    const live = liveParts({
      platform,
      personId: personId(req),
      language: languageOf(res),
      path: req.originalUrl,
    });
    res.set("Cache-Control", "private, no-store").type("html").send(renderParts(live));
  };
}

function showSettings({ platform }: ActionParts): RequestHandler {
  return (_req, res) => {
    res.json(platform.settings);
  };
}

function changeSettings({ platform }: ActionParts): RequestHandler {
  return (req, res) => {
    const read = settingsSchema.partial().safeParse(req.body);
    if (!read.success) {
      res.status(400).json({ error: z.prettifyError(read.error) });
      return;
    }
    Object.assign(platform.settings, read.data);
    platform.world.changed();
    res.json(platform.settings);
  };
}

function personId(req: Request): string {
  return String(req.params.id);
}
