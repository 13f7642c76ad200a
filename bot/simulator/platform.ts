import type { Clock, Log } from "../base/index.ts";
import type { SimulatedAccount } from "./account.ts";
import type { Deliverer } from "./deliver.ts";
import type { Settings } from "./settings.ts";
import type { TokenDesk } from "./tokens.ts";
import type { World } from "./world.ts";

/** All parts of the pretend platform, as its API and its pages need them. */
export interface Platform {
  readonly account: SimulatedAccount;
  readonly world: World;
  /** Changed in place. */
  readonly settings: Settings;
  readonly tokens: TokenDesk;
  readonly deliverer: Deliverer;
  readonly clock: Clock;
  readonly log: Log;
}
