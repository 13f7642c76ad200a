import { createApp } from "../../../bot/app.ts";
import { silentLog, systemClock } from "../../../bot/base/index.ts";
import { readConfig } from "../../../bot/config.ts";
import { listen } from "../../../bot/http/index.ts";
import { openStore } from "../../../bot/store/index.ts";
import { echo, testKnowledge } from "../test-app.ts";

/** The server without its knowledge: starts several times faster, so more lives fit into a minute. */
const config = readConfig();
const parts = { clock: systemClock, log: silentLog };
const store = await openStore({ dataDir: config.dataDir, ...parts });
const app = createApp({
  ...parts,
  config,
  publicUrl: "http://127.0.0.1",
  adminPassword: config.admin.password ?? "",
  store,
  knowledge: testKnowledge(),
  answer: echo,
});
const listening = await listen(app.web, config);
app.start();
process.once("SIGTERM", () => {
  void listening
    .stop(1_000)
    .then(app.drain)
    .then(store.close)
    .then(() => process.exit(0));
});
