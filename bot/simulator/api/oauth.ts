import { createHash } from "node:crypto";
import express, { type Request, Router } from "express";
import type { Answer } from "../answer.ts";
import type { Platform } from "../platform.ts";
import { oauthError } from "../tokens.ts";

/** The sign-in host: the page where an administrator lets the app in, and the token desk. */
export function oauthRoutes(
  platform: Platform,
  answer: (req: Request, run: () => Answer) => Promise<Answer>,
): Router {
  const { account, tokens } = platform;
  const router = Router();
  router.get("/v4/oa/permission", (req, res) => {
    const { app_id, redirect_uri, state, code_challenge } = req.query;
    if (app_id !== account.appId || typeof redirect_uri !== "string" || !URL.canParse(redirect_uri)) {
      res.json(oauthError(app_id === account.appId ? -14003 : -14002, "Invalid request"));
      return;
    }
    // The real page asks; this one says yes at once.
    const back = new URL(redirect_uri);
    back.searchParams.set(
      "code",
      tokens.grantCode(typeof code_challenge === "string" ? code_challenge : undefined),
    );
    back.searchParams.set("oa_id", account.oaId);
    if (typeof state === "string") back.searchParams.set("state", state);
    res.redirect(302, back.toString());
  });
  router.post("/v4/oa/access_token", express.urlencoded({ extended: false }), async (req, res) => {
    res.json(await answer(req, () => grant(platform, req.get("secret_key"), req.body)));
  });
  return router;
}

function grant({ account, tokens }: Platform, secret: string | undefined, form: unknown): Answer {
  const fields = new Map(Object.entries(typeof form === "object" && form !== null ? form : {}));
  const field = (name: string) => String(fields.get(name) ?? "");
  // Without the app's secret the real host pretends not to know the path.
  if (!secret) return { error: 404, message: "empty api" };
  if (secret !== account.appSecret) return oauthError(-14004, "Invalid secret key");
  if (field("app_id") !== account.appId) return oauthError(-14002, "Invalid app id");
  switch (field("grant_type")) {
    case "refresh_token":
      return tokens.refresh(field("refresh_token"));
    case "authorization_code":
      return tokens.exchangeCode(field("code"), challengeOf(field("code_verifier")));
    default:
      return oauthError(-14018, "Invalid grant type");
  }
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
