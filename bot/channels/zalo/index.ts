export { createContentReplies } from "./content-replies.ts";
export { createFlowWording } from "./flow-wording.ts";
export { createZaloSend, type SendReport, type ZaloSendParts } from "./send-reply.ts";
export type { SigningKeys } from "./signature.ts";
export { type ZaloWebhookParts, zaloWebhook } from "./webhook.ts";
