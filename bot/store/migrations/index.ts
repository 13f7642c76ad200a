import type { Migration } from "kysely";
import * as conversations from "./0001-conversations.ts";
import * as oaTokens from "./0002-oa-tokens.ts";
import * as oaSends from "./0003-oa-sends.ts";
import * as referrals from "./0004-referrals.ts";
import * as inboxLanguage from "./0005-inbox-language.ts";

/**
 * Every migration by name, in order. Forward only: a mistake is mended by the next one, and one that
 * has been released is never changed.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001-conversations": conversations,
  "0002-oa-tokens": oaTokens,
  "0003-oa-sends": oaSends,
  "0004-referrals": referrals,
  "0005-inbox-language": inboxLanguage,
};
