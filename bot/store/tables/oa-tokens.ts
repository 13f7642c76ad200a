import { sql } from "kysely";
import type { StoredTokens, TokenStore, Tokens } from "../../zalo/index.ts";
import type { WritableStore } from "../store.ts";

/** Tokens of one Official Account, shared by all processes. */
export interface OaTokenRow {
  oa_id: string;
  access_token: string;
  access_expires_at_ms: number;
  refresh_token: string | null;
  refresh_expires_at_ms: number | null;
  renewed_at_ms: number;
  /** When the platform refused the refresh token for good. */
  lost_at_ms: number | null;
  /** Grows with every write of tokens; a renewal replaces exactly the version it started from. */
  version: number;
  /** Who may renew at the moment. A lease of a dead process runs out by itself. */
  lease_owner: string | null;
  lease_until_at_ms: number;
}

/** The token keeper's view of the store. Each method is one statement, so none needs a transaction. */
export function oaTokenStore(store: WritableStore): TokenStore {
  return {
    async read(oaId) {
      const row = await store.read
        .selectFrom("oa_tokens")
        .selectAll()
        .where("oa_id", "=", oaId)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async put(oaId, tokens) {
      await store.write
        .insertInto("oa_tokens")
        .values({ oa_id: oaId, ...columns(tokens), version: 1, lease_owner: null, lease_until_at_ms: 0 })
        .onConflict((conflict) =>
          conflict.column("oa_id").doUpdateSet({ ...columns(tokens), version: sql`oa_tokens.version + 1` }),
        )
        .execute();
    },
    async replace(oaId, tokens, version) {
      const updated = await store.write
        .updateTable("oa_tokens")
        .set({ ...columns(tokens), version: version + 1, lease_owner: null, lease_until_at_ms: 0 })
        .where("oa_id", "=", oaId)
        .where("version", "=", version)
        .executeTakeFirst();
      return updated.numUpdatedRows === 1n;
    },
    async markLost(oaId, version, atMs) {
      await store.write
        .updateTable("oa_tokens")
        .set({ lost_at_ms: atMs })
        .where("oa_id", "=", oaId)
        .where("version", "=", version)
        .execute();
    },
    async claim(oaId, holder, forMs) {
      const now = store.leaseClock();
      const updated = await store.write
        .updateTable("oa_tokens")
        .set({ lease_owner: holder, lease_until_at_ms: sql`${now} + ${sql.lit(forMs)}` })
        .where("oa_id", "=", oaId)
        .where("lease_until_at_ms", "<=", now)
        .executeTakeFirst();
      return updated.numUpdatedRows === 1n;
    },
    async release(oaId, holder) {
      await store.write
        .updateTable("oa_tokens")
        .set({ lease_owner: null, lease_until_at_ms: 0 })
        .where("oa_id", "=", oaId)
        .where("lease_owner", "=", holder)
        .execute();
    },
  };
}

function columns(
  tokens: Tokens,
): Omit<OaTokenRow, "oa_id" | "version" | "lease_owner" | "lease_until_at_ms"> {
  return {
    access_token: tokens.accessToken,
    access_expires_at_ms: tokens.accessExpiresAtMs,
    refresh_token: tokens.refreshToken ?? null,
    refresh_expires_at_ms: tokens.refreshExpiresAtMs ?? null,
    renewed_at_ms: tokens.renewedAtMs,
    lost_at_ms: null,
  };
}

function fromRow(row: OaTokenRow): StoredTokens {
  return {
    accessToken: row.access_token,
    accessExpiresAtMs: row.access_expires_at_ms,
    renewedAtMs: row.renewed_at_ms,
    version: row.version,
    ...(row.refresh_token !== null && { refreshToken: row.refresh_token }),
    ...(row.refresh_expires_at_ms !== null && { refreshExpiresAtMs: row.refresh_expires_at_ms }),
    ...(row.lost_at_ms !== null && { lostAtMs: row.lost_at_ms }),
  };
}
