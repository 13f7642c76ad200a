import { type RequestHandler, Router } from "express";
import { basicAuth, type Credentials, limitRate, onlyMethods } from "../../../http/index.ts";
import type { AccountApi } from "../../../zalo/index.ts";
import { type ConnectParts, connect } from "./connect.ts";
import { lookUp } from "./look-up.ts";
import { type Addresses, connectedPage, failedPage, statusPage } from "./pages.ts";
import { CONNECT_WITHIN_MS, newConnectState, verifierOf } from "./state.ts";

const COOKIE = "zalo_connect";
const PATH = "/admin/zalo";
/** A person needs a handful of these pages; more is somebody guessing the password. */
const PER_MINUTE = 30;

/**
 * `/admin/zalo`: an administrator sees when the account's tokens were last renewed and connects it.
 * Protected by HTTP Basic until the staff console brings accounts of its own.
 */
export function connectRoutes(
  parts: ConnectParts & {
    readonly admin: Credentials;
    readonly addresses: Addresses;
    readonly client: Pick<AccountApi, "account">;
  },
): Router {
  const { admin, addresses, keeper, client } = parts;
  const router = Router();
  router.use(PATH, limitRate({ perMinute: PER_MINUTE }), basicAuth(admin), (_req, res, next) => {
    res.set("Cache-Control", "no-store");
    next();
  });
  router
    .route(PATH)
    .get(async (_req, res) => {
      const status = await keeper.status();
      const account = status.connected ? await lookUp(client) : undefined;
      res.type("html").send(statusPage(status, account, addresses));
    })
    .all(onlyMethods("GET"));
  router.route(`${PATH}/connect`).get(begin(parts)).all(onlyMethods("GET"));
  router.route(`${PATH}/callback`).get(finish(parts)).all(onlyMethods("GET"));
  return router;
}

function begin({ settings, oauth, addresses, clock }: Parameters<typeof connectRoutes>[0]): RequestHandler {
  return (_req, res) => {
    const state = newConnectState(settings.appSecret, clock.nowMs());
    const verifier = settings.codeVerifier ?? verifierOf(state, settings.appSecret);
    res.cookie(COOKIE, state, {
      httpOnly: true,
      // Lax lets the cookie come along when the platform sends the browser back.
      sameSite: "lax",
      secure: addresses.callback.startsWith("https:"),
      path: PATH,
      maxAge: CONNECT_WITHIN_MS,
    });
    res.redirect(oauth.permissionUrl({ redirectUri: addresses.callback, verifier, state }));
  };
}

function finish(parts: ConnectParts): RequestHandler {
  return async (req, res) => {
    const code = queryText(req.query.code);
    const state = queryText(req.query.state);
    const begun = cookieOf(req.headers.cookie);
    if (code === undefined) {
      res
        .status(400)
        .type("html")
        .send(failedPage("Zalo không gửi mã kết nối.", "Quản trị viên có thể đã bấm từ chối."));
      return;
    }
    const result = await connect({ code, ...(state && { state }), ...(begun && { begun }) }, parts);
    res.clearCookie(COOKIE, { path: PATH });
    if (result.kind === "connected") res.type("html").send(connectedPage(result.account));
    else res.status(400).type("html").send(failedPage(result.reason, result.advice));
  };
}

function queryText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 2_000 ? value : undefined;
}

function cookieOf(header: string | undefined): string | undefined {
  const found = header?.split(/;\s*/).find((pair) => pair.startsWith(`${COOKIE}=`));
  return found && queryText(found.slice(COOKIE.length + 1));
}
