import type { Clock, Log } from "../base/index.ts";
import { type AccountApi, accountApi } from "./api/account.ts";
import { type MessagesApi, messagesApi } from "./api/messages.ts";
import { type PeopleApi, peopleApi } from "./api/people.ts";
import { type UploadsApi, uploadsApi } from "./api/uploads.ts";
import { type AccessTokens, createCall } from "./call.ts";
import { type Dialect, defaultDialect } from "./message-wire.ts";
import { createRateGate } from "./rate-gate.ts";
import { createTransport } from "./transport.ts";

/** Where templates by phone number are sent; everything else goes to the API's host. */
const BUSINESS_URL = "https://business.openapi.zalo.me";

/** Every call this product can use, for one account. */
export interface ZaloClient extends MessagesApi, UploadsApi, PeopleApi, AccountApi {}

/** What a client is made of. */
export interface ZaloClientOptions {
  /** Without a slash at its end. */
  readonly apiUrl: string;
  readonly businessUrl?: string;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly log: Log;
  readonly dialect?: Partial<Dialect>;
}

/**
 * A client for one Official Account. Every call has a time limit, keeps the account's rate and renews a
 * refused token once. A call that fails throws ZaloRefusedError or ZaloUnreachableError; besides those only
 * what the token store throws when it is down.
 */
export function createZaloClient(options: ZaloClientOptions): ZaloClient {
  const { apiUrl, tokens, clock, log } = options;
  const gate = createRateGate(clock);
  const transport = createTransport({ clock, log, onRate: gate.seen });
  const call = createCall({ transport, tokens, gate, clock });
  const dialect = { ...defaultDialect, ...options.dialect };
  return {
    ...messagesApi(call, { apiUrl, businessUrl: options.businessUrl ?? BUSINESS_URL, dialect }),
    ...uploadsApi(call, { apiUrl }),
    ...peopleApi(call, { apiUrl }),
    ...accountApi(call, { apiUrl }),
  };
}
