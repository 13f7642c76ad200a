import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Request, type Response } from "express";

/** One call as it arrived. */
export interface PretendCall {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Record<string, unknown>;
}

/** A message the pretend platform accepted. */
export interface PretendMessage {
  readonly messageId: string;
  readonly userId: string;
  readonly text: string;
  readonly buttons: readonly Record<string, unknown>[];
}

/** What to do instead of answering properly. */
export type Fault =
  | { readonly kind: "refuse"; readonly code: number; readonly message?: string }
  | { readonly kind: "status"; readonly status: number }
  /** Accepts, then breaks the connection without an answer. */
  | { readonly kind: "hang-up" };

/** The far end of the Zalo channel on a loopback port: API and OAuth, with tokens that rotate. */
export interface PretendZalo {
  /** For `apiUrl` and `oauthUrl`. */
  readonly url: string;
  readonly calls: readonly PretendCall[];
  readonly messages: readonly PretendMessage[];
  /** The pair that works at the moment. */
  readonly tokens: { readonly access: string; readonly refresh: string };
  /** How often a refresh token was used up. */
  readonly refreshes: number;
  /** The next calls to `path` go wrong, one fault each. */
  readonly failNext: (path: string, ...faults: Fault[]) => void;
  /** Makes the present access token invalid without telling anybody. */
  readonly dropAccessToken: () => void;
  /** @throws when a path was called that the platform does not have */
  readonly stop: () => Promise<void>;
}

export const SEND_PATH = "/v3.0/oa/message/cs";
export const TOKEN_PATH = "/v4/oa/access_token";

interface State {
  readonly oaId: string;
  readonly delay: () => Promise<void>;
  readonly calls: PretendCall[];
  readonly messages: PretendMessage[];
  readonly unknown: string[];
  readonly faults: Map<string, Fault[]>;
  serial: number;
  refreshes: number;
  access: string;
  refresh: string;
}

export interface PretendZaloOptions {
  readonly oaId?: string;
  /** How long a message is on its way, once before it is accepted and once before that is said. */
  readonly delay?: () => Promise<void>;
}

const noDelay = async () => {};

/** Starts one on a free port; the first working pair is `ACCESS-0` and `REFRESH-0`, the code `CODE-1` can be exchanged. */
export async function startPretendZalo({
  oaId = "3000000000000000003",
  delay = noDelay,
}: PretendZaloOptions = {}): Promise<PretendZalo> {
  const state: State = {
    oaId,
    delay,
    calls: [],
    messages: [],
    unknown: [],
    faults: new Map(),
    serial: 0,
    refreshes: 0,
    access: "ACCESS-0",
    refresh: "REFRESH-0",
  };
  const server = createServer(pretendApp(state));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: state.calls,
    messages: state.messages,
    get tokens() {
      return { access: state.access, refresh: state.refresh };
    },
    get refreshes() {
      return state.refreshes;
    },
    failNext: (path, ...faults) => {
      state.faults.set(path, [...(state.faults.get(path) ?? []), ...faults]);
    },
    dropAccessToken: () => {
      state.access = `dropped-${state.access}`;
    },
    stop: () => stop(server, state),
  };
}

function pretendApp(state: State) {
  const app = express();
  app.use(express.json(), express.urlencoded({ extended: false }));
  app.use((req, res, next) => {
    const body = (req.body ?? {}) as Record<string, unknown>;
    state.calls.push({ path: req.path, token: req.get("access_token"), body });
    const fault = state.faults.get(req.path)?.shift();
    if (fault) fail(fault, req, res, state);
    else next();
  });
  app.post(TOKEN_PATH, (req, res) => res.json(grant(req, state)));
  app.use((req, res, next) => {
    if (req.get("access_token") === state.access) next();
    else res.json({ error: -216, message: "Access token is invalid" });
  });
  app.post(SEND_PATH, async (req, res) => {
    await state.delay();
    const answer = take(req.body, state);
    await state.delay();
    res.json(answer);
  });
  app.get("/v2.0/oa/getoa", (_req, res) =>
    res.json({
      error: 0,
      data: { oa_id: state.oaId, name: "Xã Thử", is_verified: true, package_name: "Growth" },
    }),
  );
  app.use((req, res) => {
    state.unknown.push(`${req.method} ${req.path}`);
    res.status(404).json({ error: 404, message: "empty api" });
  });
  return app;
}

function fail(fault: Fault, req: Request, res: Response, state: State): void {
  switch (fault.kind) {
    case "refuse":
      res.json({ error: fault.code, message: fault.message ?? "refused" });
      return;
    case "status":
      res.status(fault.status).send("");
      return;
    case "hang-up":
      if (req.path === SEND_PATH) take(req.body, state);
      if (req.path === TOKEN_PATH) grant(req, state);
      req.socket.destroy();
  }
}

/** A refresh token works once; a code always gives a new pair. */
function grant(req: Request, state: State): object {
  const body = req.body as Record<string, string | undefined>;
  if (req.get("secret_key") === undefined) return { error: -14004, error_name: "Invalid secret key" };
  if (body.grant_type === "refresh_token" && body.refresh_token !== state.refresh) {
    return { access_token: "", refresh_token: "", error: -14014, error_name: "Invalid refresh token." };
  }
  if (body.grant_type === "authorization_code" && body.code !== "CODE-1") {
    return { error: -14005, error_name: "Invalid code" };
  }
  state.refreshes += 1;
  state.access = `ACCESS-${state.refreshes}`;
  state.refresh = `REFRESH-${state.refreshes}`;
  return {
    access_token: state.access,
    refresh_token: state.refresh,
    expires_in: "90000",
    refresh_token_expires_in: "7776000",
  };
}

interface Outgoing {
  readonly recipient: { readonly user_id: string };
  readonly message: {
    readonly text: string;
    readonly attachment?: { readonly payload: { readonly buttons?: Record<string, unknown>[] } };
  };
}

function take(body: Outgoing, state: State): object {
  const { text, attachment } = body.message;
  const buttons = attachment?.payload.buttons ?? [];
  if ([...text.normalize("NFC")].length > 2000) return { error: -210, message: "text is over limit" };
  if (buttons.length > 5) return { error: -210, message: "buttons is over limit" };
  state.serial += 1;
  const messageId = `oa-${state.serial}`;
  state.messages.push({ messageId, userId: body.recipient.user_id, text, buttons });
  return { error: 0, message: "Success", data: { message_id: messageId, user_id: body.recipient.user_id } };
}

async function stop(server: Server, state: State): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (state.unknown.length > 0) throw new Error(`the platform has no ${state.unknown.join(", ")}`);
}
