import { randomBytes } from "node:crypto";
import type { CookieOptions, Request, Response } from "express";
import { type PersonId, personId } from "../../base/index.ts";
import { readCookie } from "../../http/index.ts";

const COOKIE = "nguoi-hoi";
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Whoever this browser has been since it first wrote; undefined before that, so that reading leaves no trace. */
export function knownVisitor(req: Request): PersonId | undefined {
  const id = readCookie(req, COOKIE);
  return id && /^[\w-]{22}$/.test(id) ? personId("web", id) : undefined;
}

/** The visitor, with a random id made up and kept in a cookie at the first message. */
export function visitor(req: Request, res: Response, secure: boolean): PersonId {
  const known = knownVisitor(req);
  if (known) return known;
  const id = randomBytes(16).toString("base64url");
  res.cookie(COOKIE, id, { ...cookie(secure), maxAge: KEPT_MS });
  return personId("web", id);
}

/** The next message will be a stranger's. */
export function forgetVisitor(res: Response, secure: boolean): void {
  res.clearCookie(COOKIE, cookie(secure));
}

function cookie(secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: "lax", secure, path: "/" };
}
