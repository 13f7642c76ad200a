import type { Clock, Log } from "../../../base/index.ts";
import {
  type Account,
  createZaloClient,
  type OAuth,
  type TokenGrant,
  type TokenKeeper,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../../zalo/index.ts";
import { isFreshState, verifierOf } from "./state.ts";

/** What an attempt to connect needs to know of the app and the account. */
interface ConnectSettings {
  readonly appSecret: string;
  readonly oaId: string;
  readonly apiUrl: string;
  readonly codeVerifier?: string;
}

/** What connecting needs. */
export interface ConnectParts {
  readonly settings: ConnectSettings;
  readonly oauth: OAuth;
  readonly keeper: TokenKeeper;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the platform sent the administrator's browser back with. */
export interface Callback {
  readonly code: string;
  readonly state?: string;
  /** The state this browser began with, from its cookie. */
  readonly begun?: string;
}

/** How an attempt to connect ended; reason and advice are Vietnamese. */
export type Connected =
  | { readonly kind: "connected"; readonly account?: Account }
  | { readonly kind: "failed"; readonly reason: string; readonly advice: string };

const startAgain = "Hãy bắt đầu lại từ trang kết nối, trong cùng trình duyệt, và xong trong mười phút.";

/** Turns the callback's code into tokens, makes sure they are for our account, and hands them to the keeper. */
export async function connect(callback: Callback, parts: ConnectParts): Promise<Connected> {
  const proof = proofOf(callback, parts);
  if (!proof)
    return {
      kind: "failed",
      reason: "Lượt kết nối này không do bạn bắt đầu hoặc đã hết hạn.",
      advice: startAgain,
    };
  try {
    const grant = await parts.oauth.exchangeCode(callback.code, proof.verifier);
    const account = await accountOf(grant, parts);
    if (account?.oaId !== undefined && account.oaId !== parts.settings.oaId) {
      return {
        kind: "failed",
        reason: "Zalo cấp quyền cho một Official Account khác với ZALO_OA_ID.",
        advice: "Hãy kết nối lại và chọn đúng Official Account, hoặc sửa ZALO_OA_ID.",
      };
    }
    if (account?.oaId === undefined && !proof.ours) {
      return { kind: "failed", reason: "Không xác nhận được tài khoản được cấp quyền.", advice: startAgain };
    }
    await parts.keeper.adopt(grant);
    return { kind: "connected", ...(account && { account }) };
  } catch (error) {
    if (error instanceof ZaloRefusedError) return refused(error);
    if (!(error instanceof ZaloUnreachableError)) throw error;
    return { kind: "failed", reason: "Không gọi được Zalo lúc này.", advice: startAgain };
  }
}

/**
 * The verifier to use. `ours` = this browser began and the platform returned our state. Some set-ups of the
 * app return no state or start from a link in the console; then the account in the grant has to prove it.
 */
function proofOf({ state, begun }: Callback, { settings, clock }: ConnectParts) {
  const { appSecret, codeVerifier } = settings;
  const began = begun !== undefined && isFreshState(begun, appSecret, clock.nowMs());
  if (state !== undefined && !(began && state === begun)) return undefined;
  if (codeVerifier) return { verifier: codeVerifier, ours: state !== undefined };
  if (!began) return undefined;
  return { verifier: verifierOf(begun, appSecret), ours: state !== undefined };
}

/** Whose tokens these are; undefined when the platform does not tell (package, rights, a failure). */
async function accountOf(
  grant: TokenGrant,
  { settings, clock, log }: ConnectParts,
): Promise<Account | undefined> {
  const token = async () => grant.accessToken;
  const client = createZaloClient({
    apiUrl: settings.apiUrl,
    tokens: { accessToken: token, renew: token },
    clock,
    log,
  });
  return client.account().catch(() => undefined);
}

function refused(error: ZaloRefusedError): Connected {
  const reason = `Zalo trả lời: ${error.code} ${error.platformMessage}`;
  switch (error.code) {
    case -14003:
      return {
        kind: "failed",
        reason,
        advice:
          "Kiểm tra Official Account Callback Url trong ứng dụng Zalo (trùng từng ký tự, tên miền đã xác thực). Nếu ứng dụng cố định code challenge, đặt ZALO_CODE_VERIFIER.",
      };
    case -14004:
      return { kind: "failed", reason, advice: "ZALO_APP_SECRET chưa đúng. Lưu ý: khác với OA Secret Key." };
    case -14002:
      return {
        kind: "failed",
        reason,
        advice: "Kiểm tra ZALO_APP_ID và bật ứng dụng sang “Đang hoạt động”.",
      };
    default:
      return { kind: "failed", reason, advice: startAgain };
  }
}
