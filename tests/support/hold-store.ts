import { silentLog, systemClock } from "../../bot/base/index.ts";
import { openStore } from "../../bot/store/index.ts";

/** A process that opens the embedded store in the folder it is told and holds it until it is ended. */
const [, , dataDir = ""] = process.argv;
await openStore({ dataDir, clock: systemClock, log: silentLog });
process.stdout.write("open\n");
setInterval(() => undefined, 1_000);
