import { type PersonId, personId, splitPersonId } from "../../base/index.ts";
import type { Recipient } from "../../zalo/index.ts";
import type { EventPerson } from "./event.ts";

const ANONYMOUS = "anonymous";

/** A person's id with us. Visitors who are not signed in are known by their id and conversation. */
export function personOf(from: EventPerson): PersonId {
  if ("userId" in from) return personId("zalo", from.userId);
  const parts = [from.anonymousId, from.conversationId].map(encodeURIComponent);
  return personId("zalo", [ANONYMOUS, ...parts].join("/"));
}

/** The way back: whom to send to. */
export function recipientOf(person: PersonId): Recipient {
  const { id } = splitPersonId(person);
  const [mark, anonymousId, conversationId] = id.split("/");
  if (mark !== ANONYMOUS || anonymousId === undefined || conversationId === undefined) return { userId: id };
  return {
    anonymousId: decodeURIComponent(anonymousId),
    conversationId: decodeURIComponent(conversationId),
  };
}
