import { Kysely } from "kysely";
import { splitPersonId } from "../../../bot/base/index.ts";
import type { ReplyMessage } from "../../../bot/domain/index.ts";
import type { Tables } from "../../../bot/store/index.ts";
import { sqliteDialect } from "../../../bot/store/sqlite.ts";
import type { KeptReply, KeptTurn } from "./verdict.ts";

/** Looks into a server's SQLite file from outside, while it runs or afterwards. */
export interface StoreReader {
  /** People with messages or replies still to be worked on. */
  readonly waiting: () => Promise<number>;
  readonly turns: () => Promise<readonly KeptTurn[]>;
  readonly replies: () => Promise<readonly KeptReply[]>;
  /** Rows for staff. */
  readonly setAside: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export function readStore(path: string): StoreReader {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  return {
    waiting: async () => {
      const lanes = db.selectFrom("lanes").select("lane").whereRef("last_seq", ">", "done_seq");
      return (await lanes.execute()).length;
    },
    setAside: async () => (await db.selectFrom("set_aside").select("kind").execute()).length,
    turns: async () => {
      const rows = await db
        .selectFrom("turns")
        .innerJoin("inbox", (join) =>
          join.onRef("inbox.person_id", "=", "turns.person_id").onRef("inbox.seq", "=", "turns.seq"),
        )
        .select(["turns.person_id", "turns.seq", "turns.text", "inbox.state"])
        .where("turns.direction", "=", "in")
        .orderBy("turns.person_id")
        .orderBy("turns.seq")
        .execute();
      return rows.map((row) => ({
        userId: splitPersonId(row.person_id).id,
        seq: row.seq,
        text: row.text,
        inboxState: row.state,
      }));
    },
    replies: async () => {
      const rows = await db.selectFrom("outbox").selectAll().orderBy("person_id").orderBy("seq").execute();
      return rows.map((row) => ({
        userId: splitPersonId(row.person_id).id,
        seq: row.seq,
        text: (JSON.parse(row.message) as ReplyMessage).text,
        state: row.state,
        platformMessageId: row.platform_message_id,
      }));
    },
    close: () => db.destroy(),
  };
}
