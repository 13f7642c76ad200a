import type { Call } from "../call.ts";
import { accountSchema, quotaSchema } from "../wire.ts";

/** The Official Account itself. */
export interface Account {
  readonly oaId?: string;
  readonly name?: string;
  readonly isVerified?: boolean;
  readonly packageName?: string;
  /** As the platform writes it. */
  readonly packageValidThrough?: string;
  readonly followers?: number;
}

/** What may still be sent to one person. */
export interface PersonQuota {
  readonly lastInteractionAtMs?: number;
  readonly freeRepliesLeft?: number;
}

/** Calls about the account and what it may still send. */
export interface AccountApi {
  /** Name, package and verification: the cheapest call that shows whether a token works. */
  account(): Promise<Account>;
  quota(userId: string): Promise<PersonQuota>;
}

/** The calls about the account. */
export function accountApi(call: Call, options: { readonly apiUrl: string }): AccountApi {
  return {
    async account() {
      const url = `${options.apiUrl}/v2.0/oa/getoa`;
      const data = await call({ family: "oa", name: "getoa", method: "GET", url }, accountSchema);
      const oaId = data.oa_id ?? data.oaid;
      return {
        ...(oaId && { oaId }),
        ...(data.name && { name: data.name }),
        ...(data.is_verified !== undefined && { isVerified: data.is_verified }),
        ...(data.package_name && { packageName: data.package_name }),
        ...(data.package_valid_through_date && { packageValidThrough: data.package_valid_through_date }),
        ...(data.num_follower !== undefined && { followers: data.num_follower }),
      };
    },
    async quota(userId) {
      const data = await call(
        {
          family: "oa",
          name: "quota/message",
          method: "POST",
          url: `${options.apiUrl}/v3.0/oa/quota/message`,
          body: { user_id: userId },
        },
        quotaSchema,
      );
      return {
        ...(data.last_interaction !== undefined && { lastInteractionAtMs: data.last_interaction }),
        ...(data.cs_reply?.remain !== undefined && { freeRepliesLeft: data.cs_reply.remain }),
      };
    },
  };
}
