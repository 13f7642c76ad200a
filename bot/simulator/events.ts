import type { SimulatedAccount } from "./account.ts";

/** Everything a person can do on the phone besides tapping and typing. */
export const mediaKinds = ["sticker", "image", "audio", "file", "location"] as const;
export type MediaKind = (typeof mediaKinds)[number];

/** One event as the platform posts it; all ids and times are text. */
export type PlatformEvent = Readonly<Record<string, unknown>> & { readonly event_name: string };

interface Happening {
  readonly personId: string;
  readonly atMs: number;
}

type Account = Pick<SimulatedAccount, "appId" | "oaId">;

function base(account: Account, name: string, { personId, atMs }: Happening) {
  return {
    app_id: account.appId,
    event_name: name,
    timestamp: String(atMs),
    user_id_by_app: byApp(personId),
  };
}

export function textSent(
  account: Account,
  what: Happening & { messageId: string; text: string },
): PlatformEvent {
  return {
    ...base(account, "user_send_text", what),
    sender: { id: what.personId },
    recipient: { id: account.oaId },
    message: { msg_id: what.messageId, text: what.text },
  };
}

/** A visitor of the web who is not signed in. */
export function anonymousTextSent(
  account: Account,
  what: Happening & { messageId: string; conversationId: string; text: string },
): PlatformEvent {
  return {
    app_id: account.appId,
    event_name: "anonymous_send_text",
    timestamp: String(what.atMs),
    sender: { id: what.personId },
    recipient: { id: account.oaId },
    message: { msg_id: what.messageId, conversation_id: what.conversationId, text: what.text },
  };
}

export function mediaSent(
  account: Account,
  what: Happening & { messageId: string; media: MediaKind },
): PlatformEvent {
  return {
    ...base(account, `user_send_${what.media}`, what),
    sender: { id: what.personId },
    recipient: { id: account.oaId },
    message: {
      msg_id: what.messageId,
      text: "",
      attachments: [{ type: what.media, payload: payloads[what.media] }],
    },
  };
}

const CDN = "https://media.example.vn";
const payloads: Readonly<Record<MediaKind, object>> = {
  sticker: { url: `${CDN}/sticker.png`, id: "46985" },
  image: { url: `${CDN}/image.jpg`, thumbnail: `${CDN}/thumb.jpg` },
  audio: { url: `${CDN}/voice.amr` },
  file: { url: `${CDN}/don.pdf`, name: "don.pdf", size: "48213", type: "pdf", checksum: "0".repeat(32) },
  location: { coordinates: { latitude: "10.6086", longitude: "106.6714" } },
};

/** `follow`, `unfollow`: the person is named `follower`; the others name a `user_id`. */
export function peopleEvent(
  account: Account,
  name: "follow" | "unfollow" | "user_click_chatnow" | "user_withdraw",
  what: Happening,
): PlatformEvent {
  const follows = name === "follow" || name === "unfollow";
  return {
    ...base(account, name, what),
    oa_id: account.oaId,
    ...(follows ? { follower: { id: what.personId }, source: "oa_profile" } : { user_id: what.personId }),
  };
}

/** A message of the account comes back as an event; `staffId` only when a person wrote it in the console. */
export function accountSent(
  account: Account,
  what: Happening & { messageId: string; text: string; staffId?: string },
): PlatformEvent {
  return {
    ...base(account, "oa_send_text", what),
    sender: { id: account.oaId, ...(what.staffId && { admin_id: what.staffId }) },
    recipient: { id: what.personId },
    message: { msg_id: what.messageId, text: what.text },
  };
}

/** The phone has it. Replying to this one would go on for ever. */
export function received(account: Account, what: Happening & { messageId: string }): PlatformEvent {
  return {
    ...base(account, "user_received_message", what),
    sender: { id: account.oaId },
    recipient: { id: what.personId },
    message: { msg_id: what.messageId },
  };
}

/** Another id than the one for the account, as on the platform. */
function byApp(personId: string): string {
  return [...personId].reverse().join("");
}
