import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";

/** Whose name and password open the door. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

/**
 * Asks for a user name and password by HTTP Basic. Only over https or loopback is it safe:
 * the browser sends the password with each request.
 */
export function basicAuth(expected: Credentials): RequestHandler {
  return (req, res, next) => {
    const given = credentialsOf(req.headers.authorization);
    // Both are always compared, so that the time taken tells nothing about which was wrong.
    const userOk = sameText(given.user, expected.user);
    const passwordOk = sameText(given.password, expected.password);
    if (userOk && passwordOk) return next();
    res.set("WWW-Authenticate", 'Basic realm="Quan tri", charset="UTF-8"');
    res.status(401).type("text/plain").send("Cần đăng nhập quản trị.\nAdministrator sign-in is needed.\n");
  };
}

function credentialsOf(header: string | undefined): Credentials {
  const encoded = /^Basic ([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? "")?.[1] ?? "";
  const text = Buffer.from(encoded, "base64").toString("utf8").normalize("NFC");
  const at = text.indexOf(":");
  return at < 0 ? { user: "", password: "" } : { user: text.slice(0, at), password: text.slice(at + 1) };
}

/** Compares in a time that depends on neither text. */
export function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text.normalize("NFC")).digest();
  return timingSafeEqual(digest(a), digest(b));
}
