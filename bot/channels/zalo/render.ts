import type { ReplyButton, ReplyMessage } from "../../domain/index.ts";
import { type Button, isSecureUrl, lengthOf, type Message, splitText, zaloLimits } from "../../zalo/index.ts";

/** The only kind of message a reply becomes. */
export type TextMessage = Extract<Message, { kind: "text" }>;

/**
 * A reply as the platform's messages, in order: a long text in parts, buttons under the last.
 * A button the platform would refuse becomes a line of text, so that nothing is lost.
 */
export function renderReply(reply: ReplyMessage): TextMessage[] {
  const [buttons, lines] = partition(reply.buttons);
  const text = [reply.text, ...lines].join("\n");
  const parts = splitText(text);
  return parts.map((part, index) => ({
    kind: "text",
    text: part,
    ...(index === parts.length - 1 && buttons.length > 0 && { buttons }),
  }));
}

/** The same with the choices written out, for when the platform takes no buttons. */
export function renderWithoutButtons(reply: ReplyMessage): TextMessage[] {
  return renderReply({ text: [reply.text, "", ...reply.buttons.map(line)].join("\n"), buttons: [] });
}

function partition(all: readonly ReplyButton[]): readonly [Button[], string[]] {
  const buttons: Button[] = [];
  const lines: string[] = [];
  for (const [index, button] of all.entries()) {
    const rendered = buttons.length < zaloLimits.buttons ? renderButton(button) : undefined;
    if (rendered) buttons.push(rendered);
    else lines.push(line(button, index));
  }
  return [buttons, lines];
}

function renderButton({ title, action }: ReplyButton): Button | undefined {
  const shown = { title: shortTitle(title) };
  switch (action.kind) {
    case "say":
      if (lengthOf(action.payload) > zaloLimits.queryPayload) return undefined;
      return { ...shown, action: { type: queryType(action.payload), payload: action.payload } };
    case "open":
      return isSecureUrl(action.url)
        ? { ...shown, action: { type: "oa.open.url", url: action.url } }
        : undefined;
    case "call":
      return { ...shown, action: { type: "oa.open.phone", phone: action.phone } };
  }
}

/** Words are shown in the chat as if typed; a mark made for the machine would only puzzle the person. */
function queryType(payload: string): "oa.query.show" | "oa.query.hide" {
  return payload.startsWith("#") ? "oa.query.hide" : "oa.query.show";
}

/** Numbers are understood as choices, so a person can type them. */
function line({ title, action }: ReplyButton, index: number): string {
  switch (action.kind) {
    case "say":
      return `${index + 1}. ${title}`;
    case "open":
      return `• ${title}: ${action.url}`;
    case "call":
      return `• ${title}: +${action.phone}`;
  }
}

function shortTitle(title: string): string {
  const points = [...title.normalize("NFC").trim()];
  const limit = zaloLimits.buttonTitle;
  return points.length <= limit ? points.join("") : `${points.slice(0, limit - 1).join("")}…`;
}
