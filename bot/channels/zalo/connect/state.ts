import { createHmac, randomBytes } from "node:crypto";
import { sameText } from "../../../http/index.ts";

/** The platform's code lives ten minutes, so a connection that was begun earlier cannot succeed. */
export const CONNECT_WITHIN_MS = 10 * 60_000;

/** Marks one attempt to connect: when it began, a random part, and a seal only this server can make. */
export function newConnectState(appSecret: string, nowMs: number): string {
  const open = `${nowMs.toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${open}.${seal(appSecret, `state:${open}`)}`;
}

/** True for a state of ours that was made in the last ten minutes. */
export function isFreshState(state: string, appSecret: string, nowMs: number): boolean {
  const [began = "", random = "", mac = ""] = state.split(".");
  if (!sameText(mac, seal(appSecret, `state:${began}.${random}`))) return false;
  const ageMs = nowMs - Number.parseInt(began, 36);
  return ageMs >= 0 && ageMs <= CONNECT_WITHIN_MS;
}

/**
 * The PKCE verifier that belongs to a state: 43 characters nobody else can compute. So nothing has to be
 * kept between the two requests, which may reach two processes.
 */
export function verifierOf(state: string, appSecret: string): string {
  return seal(appSecret, `verifier:${state}`);
}

function seal(secret: string, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
