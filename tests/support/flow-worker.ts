import pg from "pg";
import { silentLog, systemClock } from "../../bot/base/index.ts";
import { createFlow } from "../../bot/conversation/index.ts";
import type { InboundEvent, Send } from "../../bot/domain/index.ts";
import { openStore } from "../../bot/store/index.ts";
import { answerParent } from "./children.ts";
import { quickPolicy, testMind } from "./test-flow.ts";

/**
 * One server process of several on a PostgreSQL store: takes events from its parent, and "sends" by
 * writing down, in a table of the far end's own, who got what from which process.
 */
const [, , databaseUrl = "", name = ""] = process.argv;
const store = await openStore({ dataDir: "unused", databaseUrl, clock: systemClock, log: silentLog });
const farEnd = new pg.Pool({ connectionString: databaseUrl });

const send: Send = async ({ personId, message }) => {
  await systemClock.sleep(Math.random() * 10);
  await farEnd.query("insert into arrived (person, text, process) values ($1, $2, $3)", [
    personId,
    message.text,
    name,
  ]);
  return { kind: "sent" };
};

const flow = createFlow({
  store,
  ...testMind,
  senders: { zalo: send },
  clock: systemClock,
  log: silentLog,
  // Short enough to see a process take over from a dead one.
  retryPolicy: { ...quickPolicy, inLeaseMs: 1_500, sendDeadlineMs: 1_000, outLeaseMs: 1_500 },
});
flow.start();
answerParent((request) => flow.accept(request as InboundEvent));
process.stdout.write("ready\n");
