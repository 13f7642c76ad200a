import { randomUUID } from "node:crypto";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** A person as we know them: the channel's name and the channel's own id, `zalo:123…` or `web:…`. */
export type PersonId = Branded<"PersonId">;
/** Zalo's per-OA user id: digits, longer than a number can hold, so always text. */
export type ZaloUserId = Branded<"ZaloUserId">;
/** Our own id of an inbox or outbox row. */
export type EntryId = Branded<"EntryId">;

export const channelNames = ["zalo", "web"] as const;
export type ChannelName = (typeof channelNames)[number];

export function personId(channel: ChannelName, id: string): PersonId {
  return `${channel}:${id}` as PersonId;
}

/** Splits a person id into its channel and the channel's own id. Throws on text that is not one. */
export function splitPersonId(id: PersonId): { channel: ChannelName; id: string } {
  const at = id.indexOf(":");
  const channel = channelNames.find((name) => name === id.slice(0, at));
  if (!channel) throw new TypeError(`not a person id: expected "zalo:…" or "web:…"`);
  return { channel, id: id.slice(at + 1) };
}

export function zaloUserId(id: string): ZaloUserId {
  return id as ZaloUserId;
}

export function entryId(id: string): EntryId {
  return id as EntryId;
}

export function newEntryId(): EntryId {
  return randomUUID() as EntryId;
}
