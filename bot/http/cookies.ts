import type { Request } from "express";

/** A cookie's value as it came, or undefined. Ours hold letters, digits, `-` and `_` only. */
export function readCookie(req: Pick<Request, "headers">, name: string): string | undefined {
  for (const pair of (req.headers.cookie ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
