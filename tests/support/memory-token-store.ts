import type { StoredTokens, TokenStore, Tokens } from "../../bot/zalo/index.ts";

/** Tokens of one account in memory, with switches for a store that is down. */
export interface MemoryTokenStore extends TokenStore {
  row: StoredTokens | undefined;
  /** These methods reject while they are listed. */
  readonly down: Set<"read" | "put" | "replace" | "claim">;
  claimedBy: string | undefined;
}

export function memoryTokenStore(tokens?: Tokens): MemoryTokenStore {
  const check = (name: "read" | "put" | "replace" | "claim") => {
    if (store.down.has(name)) throw new Error("the store is down");
  };
  const store: MemoryTokenStore = {
    row: tokens && { ...tokens, version: 1 },
    down: new Set(),
    claimedBy: undefined,
    async read() {
      check("read");
      return store.row;
    },
    async put(_oaId, next) {
      check("put");
      store.row = { ...next, version: (store.row?.version ?? 0) + 1 };
    },
    async replace(_oaId, next, version) {
      check("replace");
      if (store.row?.version !== version) return false;
      store.row = { ...next, version: version + 1 };
      store.claimedBy = undefined;
      return true;
    },
    async markLost(_oaId, version, atMs) {
      if (store.row?.version === version) store.row = { ...store.row, lostAtMs: atMs };
    },
    async claim(_oaId, holder) {
      check("claim");
      if (store.claimedBy !== undefined) return false;
      store.claimedBy = holder;
      return true;
    },
    async release(_oaId, holder) {
      if (store.claimedBy === holder) store.claimedBy = undefined;
    },
  };
  return store;
}
