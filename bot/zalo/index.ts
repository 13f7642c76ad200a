export type { Account, AccountApi, PersonQuota } from "./api/account.ts";
export {
  type MessagesApi,
  type Reaction,
  reactions,
  type SendQuota,
  type SentMessage,
  type TemplateMessage,
} from "./api/messages.ts";
export type { HistoryMessage, PeopleApi, Person } from "./api/people.ts";
export { type Upload, type UploadKind, type UploadsApi, uploadRules } from "./api/uploads.ts";
export type { AccessTokens } from "./call.ts";
export { createZaloClient, type ZaloClient, type ZaloClientOptions } from "./client.ts";
export {
  type ErrorFamily,
  type ErrorMeaning,
  errorFamilies,
  knownCodes,
  meaningOf,
  type Remedy,
} from "./error-codes.ts";
export { ZaloRefusedError, ZaloUnreachableError } from "./errors.ts";
export { parseJsonKeepingIds } from "./json.ts";
export { lengthOf, zaloLimits } from "./limits.ts";
export {
  type Button,
  type ButtonAction,
  checkMessage,
  isSecureUrl,
  type ListElement,
  type Media,
  type Message,
  type MessageProblem,
  messageProblems,
  type Recipient,
} from "./message.ts";
export type { Dialect } from "./message-wire.ts";
export { createOAuth, type OAuth, type TokenGrant } from "./oauth.ts";
export { codeChallenge, newCodeVerifier } from "./pkce.ts";
export { splitText } from "./split-text.ts";
export { type TokenAlarm, TokenKeeper, type TokenStatus } from "./token-keeper.ts";
export type { StoredTokens, TokenStore, Tokens } from "./token-store.ts";
export { createTransport, type Transport, type ZaloRequest } from "./transport.ts";
export { webhookSignature } from "./webhook-signature.ts";
