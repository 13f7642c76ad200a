import type { FlowWording } from "../../conversation/index.ts";
import type { Language, Replies } from "../../domain/index.ts";
import { channelWords } from "./wording.ts";

/**
 * What the person reads when staff take over, when the bot comes back and when it fails.
 * @throws OperatorError at once when a wording is missing
 */
export function createFlowWording(replies: Replies): FlowWording {
  const words = channelWords(replies);
  const message = (name: string, language: Language, values?: Readonly<Record<string, string>>) => ({
    text: words(name, language, values),
    buttons: [],
  });
  const wording: FlowWording = {
    apology: (language) => message("apology", language),
    botIsBack: (language) => message("bot-is-back", language),
    // Who asked for an officer has been told by the answer itself.
    staffAnswer: ({ cause, untilAtMs, language }) =>
      cause === "asked" ? undefined : message("staff-reply", language, { until: clockTime(untilAtMs) }),
  };
  wording.apology("vi");
  wording.botIsBack("vi");
  wording.staffAnswer({ cause: "staff-reply", untilAtMs: 0, language: "vi" });
  return wording;
}

/** `16:30 24/11` by Vietnam's clock. */
function clockTime(atMs: number): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Ho_Chi_Minh",
    hour: "2-digit",
    minute: "2-digit",
    day: "2-digit",
    month: "2-digit",
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((found) => found.type === type)?.value ?? "";
  return `${part("hour")}:${part("minute")} ${part("day")}/${part("month")}`;
}
