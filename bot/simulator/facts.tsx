import type { VNode } from "preact";
import type { PhonePageProps } from "./page-props.ts";
import { windows } from "./sending-rules.ts";
import { normalSettings } from "./settings.ts";
import { type Words, words } from "./words.ts";
import type { SimulatedPerson } from "./world.ts";

/** What decides at this moment whether the account may write, and which faults are at work. */
export function Facts({ platform, personId, language }: PhonePageProps): VNode {
  const { world, tokens, clock } = platform;
  const say = words[language];
  const person = world.find(personId);
  return (
    <dl class="facts">
      <dt>{say.follows}</dt>
      <dd>{say[person?.follows ?? "no"]}</dd>
      <dt>{say.window}</dt>
      <dd>{windowOf(person, clock.nowMs(), say)}</dd>
      <dt>{say.token}</dt>
      <dd>{moment.format(tokens.accessExpiresAtMs())}</dd>
      <dt>{say.webhook}</dt>
      <dd>{world.webhookOn ? say.webhookOn : say.webhookOff}</dd>
      <dt>{say.active}</dt>
      <dd>{faultsOf(platform.settings) || say.none}</dd>
    </dl>
  );
}

function windowOf(person: SimulatedPerson | undefined, nowMs: number, say: Words): string {
  if (person?.lastInteractionAtMs === undefined) return say.windowNone;
  const silentMs = nowMs - person.lastInteractionAtMs;
  if (silentMs <= windows.freeMs) return say.windowFree;
  return silentMs <= windows.closedMs ? say.windowPaid : say.windowClosed;
}

/** Settings that are not as usual, by name and value. */
function faultsOf(settings: PhonePageProps["platform"]["settings"]): string {
  const usual = new Map<string, unknown>(Object.entries(normalSettings));
  return Object.entries(settings)
    .filter(([name, value]) => usual.get(name) !== value)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");
}

const moment = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  day: "2-digit",
  month: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});
