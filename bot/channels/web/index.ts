export { type WebChatParts, webChatRouter } from "./routes.ts";
export { sendWebReply } from "./send-reply.ts";
