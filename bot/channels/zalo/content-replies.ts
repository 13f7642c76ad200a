import { vietnamDate } from "../../base/index.ts";
import type { ContentReply, OtherContent } from "../../conversation/index.ts";
import type {
  ConversationState,
  Language,
  OfferedChoice,
  Office,
  Places,
  PlaceValue,
  Replies,
  ReplyButton,
  ReplyMessage,
} from "../../domain/index.ts";
import { nearestOffice, officesOn, type Point } from "../../places/index.ts";
import { channelWords, type Words } from "./wording.ts";

const examples = ["welcome.example-1", "welcome.example-2", "welcome.example-3"];

interface Context {
  readonly words: Words;
  readonly places: Places;
  readonly language: Language;
  readonly nowMs: number;
}

/**
 * Replies to everything that is not text: each kind gets its own, in the language of the talk.
 * A reaction is an answer already and gets silence. Pure.
 * @throws OperatorError at once when a wording is missing
 */
export function createContentReplies(knowledge: {
  readonly replies: Replies;
  readonly places: Places;
}): (content: OtherContent, state: ConversationState, nowMs: number) => ContentReply {
  const words = channelWords(knowledge.replies);
  const reply = (content: OtherContent, state: ConversationState, nowMs: number): ContentReply => {
    const context = { words, places: knowledge.places, language: state.language ?? "vi", nowMs };
    return replyTo(content, state, context);
  };
  for (const content of everyKind) reply(content, {}, 0);
  return reply;
}

/** One of each, to find a missing wording when the program starts and not when a person waits. */
const everyKind: readonly OtherContent[] = [
  ...(["sticker", "image", "voice", "video", "file", "link", "contact"] as const).map((kind) => ({ kind })),
  ...(["reaction", "follow", "chat-opened", "info-submitted"] as const).map((kind) => ({ kind })),
  { kind: "location", latitude: 0, longitude: 0 },
];

function replyTo(content: OtherContent, state: ConversationState, context: Context): ContentReply {
  const { words, language, places } = context;
  const say = (text: string, ...buttons: ReplyButton[]) => ({ messages: [{ text, buttons }], state });
  switch (content.kind) {
    case "follow":
    case "chat-opened":
      return welcome(context, state);
    case "sticker":
    case "image":
    case "video":
    case "link":
    case "contact":
    case "info-submitted":
      return say(words(content.kind, language));
    case "voice":
      return say(words("voice", language), officerButton(context));
    case "file":
      return say(words("file", language, portal(places, language)));
    case "location":
      return { messages: [whereToGo(content, context)], state };
    case "reaction":
      return { messages: [], state };
  }
}

/** Three examples to tap; typing their number works as well, since they are remembered as offered. */
function welcome({ words, language }: Context, state: ConversationState): ContentReply {
  const offered: OfferedChoice[] = examples.map((name) => {
    const label = words(name, language);
    return { label, payload: label };
  });
  const lines = offered.map(({ label }, index) => `${index + 1}. ${label}`);
  const text = [words("welcome", language), ...lines, words("welcome.privacy", language)].join("\n");
  const buttons = offered.map(
    ({ label, payload }): ReplyButton => ({ title: label, action: { kind: "say", payload } }),
  );
  return { messages: [{ text, buttons }], state: { ...state, offered } };
}

function whereToGo(from: Point, context: Context): ReplyMessage {
  const { words, language, places, nowMs } = context;
  const today = vietnamDate(nowMs);
  const offices = officesOn(places, today);
  const nearest = nearestOffice(offices, from);
  if (!nearest) return { text: officeList(offices, context), buttons: [officerButton(context)] };
  const { office, at, distanceKm } = nearest;
  const text = words("location.nearest", language, {
    name: office.name,
    address: published(office.address, context),
    hours: published(office.hours, context),
    distance: distanceKm.toLocaleString(language, { maximumFractionDigits: 1 }),
  });
  const url = `https://www.google.com/maps/dir/?api=1&destination=${at.latitude},${at.longitude}`;
  return { text, buttons: [{ title: words("location.map", language), action: { kind: "open", url } }] };
}

function officeList(offices: readonly Office[], { words, language }: Context): string {
  if (offices.length === 0) return words("location.none", language);
  const lines = offices.map(({ name, formerNames }) => {
    const names = formerNames.join(", ");
    const former = names === "" ? "" : words("location.former", language, { names });
    return words("location.office", language, { name, former });
  });
  return words("location.unknown", language, { offices: lines.join("\n") });
}

function published(value: PlaceValue, { words, language }: Context): string {
  return value.kind === "known" ? value.value : words("not-published", language);
}

function portal(places: Places, language: Language): { portal: string; url: string } {
  const first = places.portals[0];
  return {
    portal: (language === "en" ? first?.name.en : undefined) ?? first?.name.vi ?? "",
    url: first?.url ?? "",
  };
}

function officerButton({ words, language }: Context): ReplyButton {
  return {
    title: words("button.officer", language),
    action: { kind: "say", payload: words("button.officer.says", language) },
  };
}
