import { ZaloRefusedError } from "./errors.ts";
import { lengthOf, zaloLimits } from "./limits.ts";

/** Whom a message goes to: someone who follows or wrote to the account, or a visitor who is not signed in. */
export type Recipient =
  | { readonly userId: string }
  | { readonly anonymousId: string; readonly conversationId: string };

/** What a tap on a button does. */
export type ButtonAction =
  | { readonly type: "oa.open.url"; readonly url: string }
  /** Sends `payload` as the person's message, seen in the chat (`show`) or not (`hide`). */
  | { readonly type: "oa.query.show" | "oa.query.hide"; readonly payload: string }
  | { readonly type: "oa.open.sms"; readonly content: string; readonly phone: string }
  /** `phone` in international form without plus. */
  | { readonly type: "oa.open.phone"; readonly phone: string };

/** A button under a message. */
export interface Button {
  readonly title: string;
  readonly action: ButtonAction;
}

/** A row of a list. */
export interface ListElement {
  readonly title: string;
  /** Required on the first element. */
  readonly subtitle?: string;
  readonly imageUrl?: string;
  readonly action?: ButtonAction;
}

/** A picture, by address or by upload. */
export type Media = {
  /** A GIF needs its size in pixels. */
  readonly mediaType: "image" | "gif" | "sticker";
  readonly width?: number;
  readonly height?: number;
} & ({ readonly url: string } | { readonly attachmentId: string });

/** Everything that can be sent to one person. */
export type Message =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly buttons?: readonly Button[];
      readonly quoteMessageId?: string;
    }
  | { readonly kind: "media"; readonly media: Media; readonly text?: string }
  | { readonly kind: "file"; readonly token: string }
  | { readonly kind: "list"; readonly elements: readonly ListElement[]; readonly buttons?: readonly Button[] }
  | {
      readonly kind: "request-user-info";
      readonly title: string;
      readonly subtitle: string;
      readonly imageUrl: string;
    };

/** Something the platform would refuse; names the part but not its words. */
export interface MessageProblem {
  /** -210 over a limit, -201 malformed, as the platform itself would answer. */
  readonly code: -210 | -201;
  readonly explanation: string;
}

/** @throws ZaloRefusedError for the first problem, before anything is sent. */
export function checkMessage(message: Message): void {
  for (const { code, explanation } of messageProblems(message)) {
    throw new ZaloRefusedError({ family: "oa", method: "message", code, explanation });
  }
}

/** Everything about a message that the platform would refuse. */
export function* messageProblems(message: Message): Generator<MessageProblem> {
  switch (message.kind) {
    case "text":
      yield* tooLong("text", message.text, zaloLimits.text);
      if (message.text.trim() === "") yield malformed("text is empty");
      yield* buttonProblems(message.buttons ?? []);
      break;
    case "media":
      yield* tooLong("text", message.text ?? "", zaloLimits.text);
      yield* mediaProblems(message.media);
      break;
    case "file":
      if (message.token === "") yield malformed("the file's token is empty");
      break;
    case "list":
      yield* elementProblems(message.elements);
      yield* buttonProblems(message.buttons ?? []);
      break;
    case "request-user-info":
      yield* tooLong("title", message.title, zaloLimits.elementTitle);
      yield* tooLong("subtitle", message.subtitle, zaloLimits.elementSubtitle);
      yield* notHttps("image url", message.imageUrl);
  }
}

function* mediaProblems(media: Media): Generator<MessageProblem> {
  if (media.mediaType === "gif" && !(media.width && media.height)) {
    yield malformed("a GIF needs its width and height");
  }
  if ("url" in media) yield* notHttps("media url", media.url);
}

function* elementProblems(elements: readonly ListElement[]): Generator<MessageProblem> {
  if (!elements[0]?.subtitle) yield malformed("a list needs a first element with a subtitle");
  yield* tooMany("elements", elements.length, zaloLimits.elements);
  for (const [index, element] of elements.entries()) {
    yield* tooLong(`elements[${index}].title`, element.title, zaloLimits.elementTitle);
    yield* tooLong(`elements[${index}].subtitle`, element.subtitle ?? "", zaloLimits.elementSubtitle);
    if (element.imageUrl) yield* notHttps(`elements[${index}].image`, element.imageUrl);
    if (element.action) yield* actionProblems(`elements[${index}]`, element.action);
  }
}

function* buttonProblems(buttons: readonly Button[]): Generator<MessageProblem> {
  yield* tooMany("buttons", buttons.length, zaloLimits.buttons);
  for (const [index, button] of buttons.entries()) {
    const name = `buttons[${index}]`;
    yield* tooLong(`${name}.title`, button.title, zaloLimits.buttonTitle);
    if (button.title.trim() === "") yield malformed(`${name}.title is empty`);
    yield* actionProblems(name, button.action);
  }
}

function* actionProblems(name: string, action: ButtonAction): Generator<MessageProblem> {
  switch (action.type) {
    case "oa.open.url":
      yield* notHttps(`${name}.url`, action.url);
      break;
    case "oa.query.show":
    case "oa.query.hide":
      yield* tooLong(`${name}.payload`, action.payload, zaloLimits.queryPayload);
      break;
    case "oa.open.sms":
      yield* tooLong(`${name}.content`, action.content, zaloLimits.smsContent);
      yield* notPhone(`${name}.phone`, action.phone);
      break;
    case "oa.open.phone":
      yield* notPhone(`${name}.phone`, action.phone);
  }
}

function* tooLong(name: string, text: string, limit: number): Generator<MessageProblem> {
  yield* tooMany(name, lengthOf(text), limit);
}

function* tooMany(name: string, found: number, limit: number): Generator<MessageProblem> {
  if (found > limit) yield { code: -210, explanation: `${name} is over its limit (${found} of ${limit})` };
}

function* notHttps(name: string, url: string): Generator<MessageProblem> {
  if (!isSecureUrl(url)) yield malformed(`${name} is not an https address`);
}

function* notPhone(name: string, phone: string): Generator<MessageProblem> {
  if (!/^\d{4,15}$/.test(phone)) yield malformed(`${name} is not a number like 842700000000`);
}

function malformed(explanation: string): MessageProblem {
  return { code: -201, explanation };
}

/** Plain http passes for loopback only, so that a trial without a domain works. */
export function isSecureUrl(url: string): boolean {
  return URL.canParse(url) && /^(https:|http:\/\/(127\.0\.0\.1|localhost)([:/]|$))/.test(url);
}
