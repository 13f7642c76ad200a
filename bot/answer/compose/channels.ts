import type { Channel } from "../../domain/index.ts";
import type { Subject } from "./subject.ts";

/** Channels that say the same, under one label such as "Tại quầy, Qua mạng". */
export function channelsLike(
  { procedure, say }: Subject,
  key: (channel: Channel) => string,
): { readonly label: string; readonly channel: Channel }[] {
  const order = { counter: 0, online: 1, postal: 2 };
  const groups = new Map<string, Channel[]>();
  for (const channel of procedure.channels.toSorted((a, b) => order[a.kind] - order[b.kind])) {
    groups.set(key(channel), [...(groups.get(key(channel)) ?? []), channel]);
  }
  return [...groups.values()].flatMap((channels) => {
    const [channel] = channels;
    const labels = [...new Set(channels.map(({ kind }) => say(`channel.${kind}`)))];
    return channel
      ? [{ label: labels.map((label, at) => (at === 0 ? label : lowerFirst(label))).join(", "), channel }]
      : [];
  });
}

/** The ways to file, in words: "tại quầy hoặc qua mạng". Empty when the record lists none. */
export function waysToFile({ procedure, say }: Subject): string {
  const kinds = (["counter", "online", "postal"] as const).filter((kind) =>
    procedure.channels.some((channel) => channel.kind === kind),
  );
  const names = kinds.map((kind) => lowerFirst(say(`channel.${kind}`)));
  const last = names.at(-1);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${say("channel.or")} ${last}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
