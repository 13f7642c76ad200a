import type { ButtonAction, ListElement, Media, Message, Recipient } from "./message.ts";

/** Points on which sources about the platform disagree. The defaults are what most of them show. */
export interface Dialect {
  /** Whether buttons under a text carry a `template_type`. */
  readonly buttonTemplateType: "none" | "button";
  /** Field that names an uploaded file. */
  readonly fileField: "token" | "attachment_id";
  /** Which version of the send endpoint takes lists. */
  readonly listVersion: "v3.0" | "v2.0";
}

/** What most sources show. */
export const defaultDialect: Dialect = {
  buttonTemplateType: "none",
  fileField: "token",
  listVersion: "v3.0",
};

/** The `recipient` object as the platform wants it. */
export function wireRecipient(recipient: Recipient): object {
  return "userId" in recipient
    ? { user_id: recipient.userId }
    : { anonymous_id: recipient.anonymousId, conversation_id: recipient.conversationId };
}

/** The `message` object as the platform wants it. All text becomes NFC. */
export function wireMessage(message: Message, dialect: Dialect): object {
  switch (message.kind) {
    case "text":
      return {
        text: nfc(message.text),
        ...(message.quoteMessageId && { quote_message_id: message.quoteMessageId }),
        ...(message.buttons?.length && {
          attachment: template({
            ...(dialect.buttonTemplateType === "button" && { template_type: "button" }),
            buttons: wireButtons(message.buttons),
          }),
        }),
      };
    case "media":
      return {
        ...(message.text && { text: nfc(message.text) }),
        attachment: template({ template_type: "media", elements: [wireMedia(message.media)] }),
      };
    case "file":
      return { attachment: { type: "file", payload: { [dialect.fileField]: message.token } } };
    case "list":
      return {
        attachment: template({
          template_type: "list",
          elements: message.elements.map(wireElement),
          ...(message.buttons?.length && { buttons: wireButtons(message.buttons) }),
        }),
      };
    case "request-user-info":
      return {
        attachment: template({
          template_type: "request_user_info",
          elements: [
            { title: nfc(message.title), subtitle: nfc(message.subtitle), image_url: message.imageUrl },
          ],
        }),
      };
  }
}

function template(payload: object): object {
  return { type: "template", payload };
}

function wireButtons(
  buttons: readonly { readonly title: string; readonly action: ButtonAction }[],
): object[] {
  return buttons.map(({ title, action }) => ({ title: nfc(title), ...wireAction(action) }));
}

function wireAction(action: ButtonAction): object {
  switch (action.type) {
    case "oa.open.url":
      return { type: action.type, payload: { url: action.url } };
    case "oa.query.show":
    case "oa.query.hide":
      return { type: action.type, payload: nfc(action.payload) };
    case "oa.open.sms":
      return { type: action.type, payload: { content: nfc(action.content), phone_code: action.phone } };
    case "oa.open.phone":
      return { type: action.type, payload: { phone_code: action.phone } };
  }
}

function wireMedia(media: Media): object {
  return {
    media_type: media.mediaType,
    ...("url" in media ? { url: media.url } : { attachment_id: media.attachmentId }),
    ...(media.width && { width: media.width }),
    ...(media.height && { height: media.height }),
  };
}

function wireElement(element: ListElement): object {
  return {
    title: nfc(element.title),
    ...(element.subtitle && { subtitle: nfc(element.subtitle) }),
    ...(element.imageUrl && { image_url: element.imageUrl }),
    ...(element.action && { default_action: wireAction(element.action) }),
  };
}

function nfc(text: string): string {
  return text.normalize("NFC");
}
