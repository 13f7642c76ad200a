import { type Request, type RequestHandler, Router } from "express";
import { limitRate, onlyMethods } from "../http/index.ts";
import { chooseLanguage, languageOf, renderPage } from "../view/index.ts";
import { ReferralPage, UnknownPage } from "./page.tsx";
import type { Referrals } from "./referrals.ts";

export interface ReferralRouteParts {
  readonly referrals: Referrals;
  /** The account's own page on Zalo; absent = no account is configured. */
  readonly zaloUrl?: string;
  /** Pages for one address in a minute. Default 60: a whole hall may share one. */
  readonly perMinute?: number;
}

const DEFAULT_PER_MINUTE = 60;

/** `GET /r/:ref`: the page behind a poster's link. */
export function referralRouter(parts: ReferralRouteParts): Router {
  const router = Router();
  router
    .route("/r/:ref")
    .all(limitRate({ perMinute: parts.perMinute ?? DEFAULT_PER_MINUTE }), chooseLanguage)
    .get(show(parts))
    .all(onlyMethods("GET", "HEAD"));
  return router;
}

function show({ referrals, zaloUrl }: ReferralRouteParts): RequestHandler {
  return async (req, res) => {
    const language = languageOf(res);
    const path = req.originalUrl;
    const link = await referrals.find(req.params.ref);
    if (link && isSomebody(req)) await referrals.opened(link);
    const page = link ? (
      <ReferralPage language={language} path={path} code={link.code} {...(zaloUrl && { zaloUrl })} />
    ) : (
      <UnknownPage language={language} path={path} />
    );
    res
      .status(link ? 200 : 404)
      .set("Cache-Control", "private, no-store")
      .set("X-Robots-Tag", "noindex")
      .type("html")
      .send(renderPage(page));
  };
}

const machines = /bot\b|crawl|spider|preview|facebookexternalhit|curl|wget|python|headless/i;

/** False for what reads the page without a person: a look ahead, a link preview, the other language. */
function isSomebody(req: Request): boolean {
  const ahead = [req.get("sec-purpose"), req.get("purpose"), req.get("x-moz")].join(" ");
  if (req.method !== "GET" || /prefetch|prerender|preview/i.test(ahead)) return false;
  return req.query.lang === undefined && !machines.test(req.get("user-agent") ?? "");
}
