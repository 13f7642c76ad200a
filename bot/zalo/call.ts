import type { z } from "zod";
import type { Clock } from "../base/index.ts";
import { meaningOf } from "./error-codes.ts";
import { ZaloRefusedError, ZaloUnreachableError } from "./errors.ts";
import type { RateGate } from "./rate-gate.ts";
import type { Transport, ZaloRequest } from "./transport.ts";

/** What the client needs of a token keeper. */
export interface AccessTokens {
  accessToken(): Promise<string>;
  renew(refused: string): Promise<string>;
}

/**
 * One call with a token: keeps the rate, renews a refused token once, reads the answer's data.
 * @throws ZaloRefusedError, ZaloUnreachableError
 */
export type Call = <S extends z.ZodType>(
  request: Omit<ZaloRequest, "headers">,
  data: S,
) => Promise<z.output<S>>;

/** A read may be repeated without harm; anything else never is. */
const READ_TRIES = 3;
const READ_PAUSE_MS = 400;

/** Joins transport, tokens and rate into calls for one account. */
export function createCall(parts: {
  readonly transport: Transport;
  readonly tokens: AccessTokens;
  readonly gate: RateGate;
  readonly clock: Clock;
}): Call {
  const { transport, tokens, gate, clock } = parts;

  const withToken = async (request: Omit<ZaloRequest, "headers">, token: string) => {
    await gate.pass(request.name);
    try {
      const answer = await transport({ ...request, headers: { access_token: token } });
      gate.accepted();
      return answer.envelope.data;
    } catch (error) {
      if (error instanceof ZaloRefusedError && error.code === -32) gate.refused(error.retryAfterMs);
      throw error;
    }
  };

  const once = async (request: Omit<ZaloRequest, "headers">) => {
    const token = await tokens.accessToken();
    try {
      return await withToken(request, token);
    } catch (error) {
      if (!refusedToken(error)) throw error;
      return withToken(request, await tokens.renew(token));
    }
  };

  return async (request, data) => {
    const tries = request.method === "GET" ? READ_TRIES : 1;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = data.safeParse(await once(request));
        if (answer.success) return answer.data;
        throw new ZaloUnreachableError(request.name, "the answer's data could not be read", true);
      } catch (error) {
        if (attempt >= tries || !(error instanceof ZaloUnreachableError)) throw error;
        await clock.sleep(READ_PAUSE_MS * attempt);
      }
    }
  };
}

function refusedToken(error: unknown): boolean {
  return (
    error instanceof ZaloRefusedError &&
    error.family !== "oauth" &&
    meaningOf(error.family, error.code).remedy === "renew-token"
  );
}
