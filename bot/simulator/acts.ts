import { newMessageId } from "./api/messages.ts";
import {
  accountSent,
  anonymousTextSent,
  type MediaKind,
  mediaSent,
  peopleEvent,
  textSent,
} from "./events.ts";
import type { Platform } from "./platform.ts";
import type { SimulatedPerson } from "./world.ts";

/** What people do on their phones, and what staff do in the platform's own console. */
export interface Acts {
  /** Writes to the account. @returns the message's id */
  readonly say: (personId: string, text: string) => string;
  /** The same as a visitor who is not signed in. */
  readonly sayAnonymously: (visitorId: string, conversationId: string, text: string) => void;
  /** Taps the button of a message; only buttons that speak lead to an event. */
  readonly tap: (personId: string, messageId: string, button: number) => void;
  readonly send: (personId: string, media: MediaKind) => void;
  readonly follow: (personId: string) => void;
  readonly unfollow: (personId: string) => void;
  /** Asks that their data be erased. */
  readonly withdraw: (personId: string) => void;
  /** Staff write to the person from the console. */
  readonly staffSay: (personId: string, text: string) => void;
}

const STAFF_ID = "5000000000000000005";

/** What the phone shows for things without words. */
const shown: Readonly<Record<MediaKind, string>> = {
  sticker: "[nhãn dán]",
  image: "[hình ảnh]",
  audio: "[tin thoại]",
  file: "[tệp: don.pdf]",
  location: "[vị trí]",
};

export function createActs(platform: Platform): Acts {
  const { account, world, deliverer, clock } = platform;
  const show = (person: SimulatedPerson, from: "person" | "oa", text: string) => {
    const message = { id: newMessageId(platform), from, text, buttons: [], atMs: clock.nowMs() };
    world.show(person, message);
    return { personId: person.id, messageId: message.id, atMs: message.atMs };
  };
  const say = (personId: string, text: string, { hidden = false } = {}) => {
    const person = interacted(platform, personId, { wrote: true });
    const what = hidden
      ? { personId, messageId: newMessageId(platform), atMs: clock.nowMs() }
      : show(person, "person", text);
    deliverer.post(personId, textSent(account, { ...what, text }));
    return what.messageId;
  };
  return {
    say: (personId, text) => say(personId, text),
    sayAnonymously: (visitorId, conversationId, text) => {
      const visitor = interacted(platform, visitorId, { wrote: true });
      visitor.conversationId = conversationId;
      const what = show(visitor, "person", text);
      deliverer.post(visitorId, anonymousTextSent(account, { ...what, conversationId, text }));
    },
    tap: (personId, messageId, at) => {
      const message = world.find(personId)?.messages.find(({ id }) => id === messageId);
      const button = message?.buttons[at];
      if (button?.type === "oa.query.show") say(personId, button.payload);
      if (button?.type === "oa.query.hide") say(personId, button.payload, { hidden: true });
    },
    send: (personId, media) => {
      const what = show(interacted(platform, personId, { wrote: true }), "person", shown[media]);
      deliverer.post(personId, mediaSent(account, { ...what, media }));
    },
    follow: (personId) => {
      interacted(platform, personId, {}).follows = "yes";
      deliverer.post(personId, peopleEvent(account, "follow", { personId, atMs: clock.nowMs() }));
    },
    unfollow: (personId) => {
      world.person(personId).follows = "left";
      world.changed();
      deliverer.post(personId, peopleEvent(account, "unfollow", { personId, atMs: clock.nowMs() }));
    },
    withdraw: (personId) => {
      world.person(personId);
      deliverer.post(personId, peopleEvent(account, "user_withdraw", { personId, atMs: clock.nowMs() }));
    },
    staffSay: (personId, text) => {
      const what = show(world.person(personId), "oa", text);
      deliverer.post(personId, accountSent(account, { ...what, text, staffId: STAFF_ID }));
    },
  };
}

/** Writing, tapping and following open the window anew. */
function interacted({ world, clock }: Platform, personId: string, { wrote = false }): SimulatedPerson {
  const person = world.person(personId);
  person.lastInteractionAtMs = clock.nowMs();
  person.wrote ||= wrote;
  if (person.follows === "left") person.follows = "no";
  world.changed();
  return person;
}
