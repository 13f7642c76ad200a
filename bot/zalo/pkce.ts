import { createHash, randomBytes } from "node:crypto";

/** A fresh code verifier: 43 characters, base64url of 32 random bytes. */
export function newCodeVerifier(): string {
  return randomBytes(32).toString("base64url");
}

/** The challenge that goes with a verifier: unpadded base64url of its SHA-256. */
export function codeChallenge(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
