export { createFlow, type Flow } from "./flow.ts";
export { asksForBot } from "./handover.ts";
export type {
  ContentReply,
  FlowObserver,
  FlowOptions,
  FlowWording,
  HandoverNews,
  Mind,
  OtherContent,
} from "./ports.ts";
export { type RetryPolicy, retryPolicy } from "./retry-policy.ts";
export { type ForStaff, listForStaff, tryAgain } from "./set-aside.ts";
