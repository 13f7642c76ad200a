import { randomUUID } from "node:crypto";
import axios, { type AxiosResponse } from "axios";
import type { Clock, Log } from "../base/index.ts";
import type { ErrorFamily } from "./error-codes.ts";
import { ZaloRefusedError, ZaloUnreachableError } from "./errors.ts";
import { parseJsonKeepingIds } from "./json.ts";
import { type Envelope, envelopeSchema } from "./wire.ts";

/** One HTTP call to the platform, without its access token. */
export interface ZaloRequest {
  readonly family: ErrorFamily;
  /** For errors and the log, e.g. `message/cs`. */
  readonly name: string;
  readonly method: "GET" | "POST";
  /** Absolute address. */
  readonly url: string;
  /** Of a GET: travels as one JSON text in `data`. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Calls allowed in the present period, and those left of them. */
export interface RateHeaders {
  readonly limit?: number;
  readonly remain?: number;
}

/** An answer that is not a refusal. */
export interface ZaloAnswer {
  readonly envelope: Envelope;
  readonly rate: RateHeaders;
}

/**
 * Carries one request and reads the answer.
 * @throws ZaloRefusedError when the platform answered with an error, whatever the HTTP status.
 * @throws ZaloUnreachableError when no readable answer came.
 */
export type Transport = (request: ZaloRequest) => Promise<ZaloAnswer>;

const DEFAULT_TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 2_000_000;

/** Failures before anything was written to the far end. */
const neverSentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** A transport over HTTP. `onRate` sees the rate headers of every answer, refusals too. */
export function createTransport(parts: {
  readonly clock: Clock;
  readonly log: Log;
  readonly onRate?: (rate: RateHeaders) => void;
}): Transport {
  return async (request) => {
    const startedAtMs = parts.clock.nowMs();
    const requestId = randomUUID();
    const fields = { requestId, method: request.method, path: new URL(request.url).pathname };
    try {
      const response = await send(request);
      const rate = rateHeaders(response);
      parts.onRate?.(rate);
      const envelope = readEnvelope(request, response);
      parts.log.debug("zalo call", { ...fields, status: response.status, tookMs: took() });
      return { envelope, rate };
    } catch (error) {
      const failure = ownError(request.name, error);
      const code = failure instanceof ZaloRefusedError ? failure.code : undefined;
      const reason = failure instanceof ZaloRefusedError ? failure.platformMessage : failure.message;
      parts.log.warn("zalo call failed", { ...fields, code, reason, tookMs: took() });
      throw failure;
    }
    function took(): number {
      return parts.clock.nowMs() - startedAtMs;
    }
  };
}

function send(request: ZaloRequest): Promise<AxiosResponse<string>> {
  const timeoutMs = request.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return axios.request<string>({
    method: request.method,
    url: request.url,
    ...(request.query && { params: { data: JSON.stringify(request.query) } }),
    ...(request.body && { data: request.body }),
    headers: { accept: "application/json", ...request.headers },
    timeout: timeoutMs,
    // `timeout` alone does not end a connection that is never made.
    signal: AbortSignal.timeout(timeoutMs + 500),
    maxRedirects: 0,
    maxContentLength: ANSWER_LIMIT_BYTES,
    responseType: "text",
    transformResponse: (text: unknown) => text,
    validateStatus: () => true,
  });
}

/** The status says little: a refusal usually comes with 200, and 429 or 404 may come without a body. */
function readEnvelope(request: ZaloRequest, response: AxiosResponse<string>): Envelope {
  const { family, name } = request;
  const envelope = envelopeSchema.safeParse(parsed(response.data));
  if (envelope.success && envelope.data.error !== 0) {
    const { error: code, message, error_name } = envelope.data;
    throw new ZaloRefusedError({ family, method: name, code, platformMessage: error_name ?? message ?? "" });
  }
  if (response.status === 429) {
    const retryAfterMs = retryAfter(response);
    throw new ZaloRefusedError({
      family,
      method: name,
      code: -32,
      platformMessage: "HTTP 429",
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  }
  if (response.status >= 400 && response.status < 500) {
    throw new ZaloRefusedError({ family, method: name, code: response.status });
  }
  if (response.status >= 300) throw new ZaloUnreachableError(name, `HTTP ${response.status}`, true);
  if (!envelope.success) throw new ZaloUnreachableError(name, "the answer could not be read", true);
  return envelope.data;
}

function parsed(text: string): unknown {
  try {
    return parseJsonKeepingIds(text);
  } catch {
    return undefined;
  }
}

function rateHeaders(response: AxiosResponse): RateHeaders {
  const limit = wholeNumber(response.headers["x-ratelimit-limit"]);
  const remain = wholeNumber(response.headers["x-ratelimit-remain"]);
  return { ...(limit !== undefined && { limit }), ...(remain !== undefined && { remain }) };
}

/** `Retry-After` in seconds; its date form is not used by the platform. */
function retryAfter(response: AxiosResponse): number | undefined {
  const seconds = wholeNumber(response.headers["retry-after"]);
  return seconds === undefined ? undefined : seconds * 1000;
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function ownError(method: string, error: unknown): ZaloRefusedError | ZaloUnreachableError {
  if (error instanceof ZaloRefusedError || error instanceof ZaloUnreachableError) return error;
  if (!axios.isAxiosError(error)) return new ZaloUnreachableError(method, "unexpected failure", true);
  const code = error.code ?? "no code";
  const cause: unknown = error.cause;
  const connecting =
    typeof cause === "object" && cause !== null && "syscall" in cause && cause.syscall === "connect";
  return new ZaloUnreachableError(method, code, !(connecting || neverSentCodes.has(code)));
}
