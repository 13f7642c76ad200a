import type { InboundContent } from "../domain/index.ts";
import { maskPersonalData } from "../text/index.ts";

/** Code units kept of one message. Longer ones are no question; the channel's limit is far below. */
export const KEPT_TEXT_LIMIT = 12_000;

/** About 100 m: enough for the nearest office, too coarse for somebody's door. */
const COORDINATE_DECIMALS = 3;

/** What may be stored of a message: personal numbers masked, length bounded, places blurred. */
export function keepable(content: InboundContent): InboundContent {
  if (content.kind === "location") {
    return { ...content, latitude: blurred(content.latitude), longitude: blurred(content.longitude) };
  }
  if (!("text" in content) || content.text === undefined) return content;
  return { ...content, text: keepableText(content.text) };
}

function keepableText(text: string): string {
  // PostgreSQL cannot hold the character 0 in a text. Cut last: half a number would not be masked.
  return maskPersonalData(text.replaceAll("\0", "")).slice(0, KEPT_TEXT_LIMIT);
}

function blurred(degrees: number): number {
  return Number(degrees.toFixed(COORDINATE_DECIMALS));
}
