export * from "./answer.ts";
export * from "./conversation.ts";
export * from "./guide.ts";
export * from "./inbound.ts";
export * from "./procedure.ts";
export * from "./question.ts";
export * from "./reply.ts";
export * from "./sending.ts";
