import { randomUUID } from "node:crypto";
import { type Request, type RequestHandler, type Response, Router } from "express";
import { type Clock, type Log, messageOf, type PersonId } from "../../base/index.ts";
import type { Flow } from "../../conversation/index.ts";
import { formBody, limitRate, onlyMethods, sameOriginOnly } from "../../http/index.ts";
import { codeNamed, type Referral } from "../../referral/index.ts";
import { chooseLanguage, chosenLanguageOf, languageOf } from "../../view/index.ts";
import type { ChatKnowledge } from "./chat-page.tsx";
import { readSaid } from "./said.ts";
import { type Refused, showPage, showParts } from "./show.tsx";
import { itemsAfter, readPlace, readTalk, writePlace } from "./talk.ts";
import { forgetVisitor, knownVisitor, visitor } from "./visitor.ts";

export interface WebChatParts {
  readonly flow: Pick<Flow, "accept" | "settled" | "history">;
  readonly knowledge: ChatKnowledge;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people reach this server is https: the cookie is kept from plain http. */
  readonly overHttps: boolean;
  /** Messages of one address in a minute. Default 40: several people may share an address. */
  readonly perMinute?: number;
  /** Told of the code of a link with a message that was just accepted. */
  readonly onReferral?: (referral: Referral) => Promise<void>;
}

/** 2,000 letters take 18 kB in a form; far longer texts still get a kind answer instead of a 413. */
const BODY_LIMIT_BYTES = 256 * 1024;
/** How long a page without client script waits for its answer. */
const PAGE_WAIT_MS = 2_500;
/** With script the answer may come later, so the person sees the dots instead. */
const PARTS_WAIT_MS = 1_000;
const DEFAULT_PER_MINUTE = 40;

/** The chat page at `/chat`: works as plain forms; with client script only new messages are fetched. */
export function webChatRouter(parts: WebChatParts): Router {
  const router = Router();
  const body = [
    sameOriginOnly,
    limitRate({ perMinute: parts.perMinute ?? DEFAULT_PER_MINUTE }),
    ...formBody({ limitBytes: BODY_LIMIT_BYTES }),
  ];
  router
    .route("/chat")
    .all(chooseLanguage)
    .get(showChat(parts))
    .post(...body, receive(parts))
    .all(onlyMethods("GET", "POST"));
  router.route("/chat/new").all(chooseLanguage).get(showNew(parts)).all(onlyMethods("GET"));
  router
    .route("/chat/forget")
    .all(chooseLanguage)
    .post(...body, forget(parts))
    .all(onlyMethods("POST"));
  return router;
}

function showChat(parts: WebChatParts): RequestHandler {
  return async (req, res) => {
    const person = knownVisitor(req);
    const { erased } = req.query;
    showPage(res, {
      ...(await talkOf(parts, person)),
      knowledge: parts.knowledge,
      path: req.originalUrl,
      language: languageOf(res),
      referral: codeNamed(req.query.ref),
      ...((erased === "yes" || erased === "no") && { erased }),
    });
  };
}

async function talkOf({ flow }: WebChatParts, person: PersonId | undefined) {
  if (!person) return { talk: { items: [], more: false }, waiting: false };
  const waiting = !(await flow.settled(person, 0));
  return { talk: await readTalk(flow, person), waiting };
}

/** New messages since `after`; 204 when there are none and none is awaited. */
function showNew(parts: WebChatParts): RequestHandler {
  return async (req, res) => {
    const { talk, waiting } = await talkOf(parts, knownVisitor(req));
    const items = itemsAfter(talk.items, readPlace(req.query.after));
    if (items.length === 0 && !waiting && !req.query.waiting) {
      res.status(204).end();
      return;
    }
    showParts(res, { items, waiting, language: languageOf(res) });
  };
}

function receive(parts: WebChatParts): RequestHandler {
  return async (req, res) => {
    const said = readSaid(req.body);
    if (said.kind !== "said") return refuse(parts, req, res, said);
    const person = visitor(req, res, parts.overHttps);
    const atMs = parts.clock.nowMs();
    const language = chosenLanguageOf(res);
    try {
      const outcome = await parts.flow.accept({
        channel: "web",
        personId: person,
        eventKey: `${person}:${said.key ?? randomUUID()}`,
        sentAtMs: atMs,
        content: { kind: "text", text: said.text },
        ...(language && { language }),
      });
      const code = codeNamed(req.query.ref);
      if (code && outcome === "accepted") await parts.onReferral?.({ personId: person, code, atMs });
    } catch (error) {
      parts.log.error("web message could not be stored", { channel: "web", reason: messageOf(error) });
      return refuse(parts, req, res, { kind: "unavailable", text: said.text });
    }
    await answer(parts, req, res, person);
  };
}

async function answer(parts: WebChatParts, req: Request, res: Response, person: PersonId): Promise<void> {
  const scripted = isScripted(req);
  const settled = await parts.flow.settled(person, scripted ? PARTS_WAIT_MS : PAGE_WAIT_MS);
  const { items } = await readTalk(parts.flow, person);
  if (scripted) {
    const after = readPlace((req.body as { after?: unknown }).after);
    showParts(res, { items: itemsAfter(items, after), waiting: !settled, language: languageOf(res) });
    return;
  }
  const asked = items.findLast(({ from }) => from === "me");
  res.redirect(303, asked && settled ? `/chat#m-${writePlace(asked.place).replace(".", "-")}` : "/chat#wait");
}

async function refuse(parts: WebChatParts, req: Request, res: Response, refused: Refused): Promise<void> {
  res.status(refused.kind === "unavailable" ? 503 : 422);
  const language = languageOf(res);
  if (isScripted(req)) return showParts(res, { refused, language });
  const empty = { talk: { items: [], more: false }, waiting: false };
  // The store may be what is down: the words matter more than the talk so far.
  const talk = await talkOf(parts, knownVisitor(req)).catch(() => empty);
  const referral = codeNamed(req.query.ref);
  showPage(res, { ...talk, knowledge: parts.knowledge, path: "/chat", language, referral, refused });
}

/** Erases the talk at the person's wish; the cookie goes as well. */
function forget(parts: WebChatParts): RequestHandler {
  return async (req, res) => {
    const person = knownVisitor(req);
    if (!person) return res.redirect(303, "/chat?erased=yes");
    await parts.flow.accept({
      channel: "web",
      personId: person,
      eventKey: `${person}:${randomUUID()}`,
      sentAtMs: parts.clock.nowMs(),
      content: { kind: "withdraw" },
    });
    const done = await parts.flow.settled(person, PAGE_WAIT_MS);
    if (done) forgetVisitor(res, parts.overHttps);
    res.redirect(303, `/chat?erased=${done ? "yes" : "no"}`);
  };
}

function isScripted(req: Request): boolean {
  return req.get("hx-request") === "true";
}
