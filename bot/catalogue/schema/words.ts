/** The closed lists of `bot/domain/procedure.ts` as values, for the schemas. */
import type { ChannelKind, Level, TimeUnit } from "../../domain/index.ts";

export const levels = ["commune", "province", "ministry", "other"] as const satisfies readonly Level[];
export const timeUnits = ["hour", "day", "working-day", "month"] as const satisfies readonly TimeUnit[];
export const channelKinds = ["counter", "online", "postal"] as const satisfies readonly ChannelKind[];
