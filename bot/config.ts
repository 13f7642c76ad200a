import { z } from "zod";
import { type LogLevel, logLevels, OperatorError } from "./base/index.ts";

/** Where the real platform is. Tests and the simulator point elsewhere. */
const ZALO_API_URL = "https://openapi.zalo.me";
const ZALO_OAUTH_URL = "https://oauth.zaloapp.com";

const httpUrl = z.url({ protocol: /^https?$/ });
const digits = z.string().regex(/^\d{5,30}$/);
const secret = z.string().min(8);

/** Every variable: its check, and an example for the message when the check fails. All are optional. */
const variables = {
  PORT: { check: z.coerce.number().int().min(0).max(65535).default(3000), example: "3000" },
  HOST: { check: z.string().min(1).default("127.0.0.1"), example: "127.0.0.1" },
  PUBLIC_URL: { check: httpUrl.optional(), example: "https://motcua.example.vn" },
  DATA_DIR: { check: z.string().min(1).default("./data"), example: "./data" },
  DATABASE_URL: {
    check: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    example: "postgres://user:password@127.0.0.1:5432/motcua",
  },
  LOG_LEVEL: { check: z.enum(logLevels).default("info"), example: "info" },
  ZALO_APP_ID: { check: digits.optional(), example: "1000000000000000001" },
  ZALO_APP_SECRET: { check: secret.optional(), example: "the app secret from developers.zalo.me" },
  ZALO_OA_ID: { check: digits.optional(), example: "3000000000000000003" },
  ZALO_OA_SECRET_KEY: { check: secret.optional(), example: "the OA secret key shown after linking the app" },
  ZALO_OA_SECRET_KEY_NEXT: {
    check: secret.optional(),
    example: "the new OA secret key while it is being changed",
  },
  ZALO_ACCESS_TOKEN: { check: secret.optional(), example: "an access token to start with" },
  ZALO_REFRESH_TOKEN: { check: secret.optional(), example: "a refresh token to start with" },
  ZALO_CODE_VERIFIER: {
    check: z.string().length(43).optional(),
    example: "43 characters, when the console fixes one challenge",
  },
  ZALO_DOMAIN_VERIFIER: {
    check: z
      .string()
      .regex(/^[\w-]{4,200}$/)
      .optional(),
    example: "the code in the name of the file zalo_verifier<code>.html",
  },
  ZALO_BUTTON_TEMPLATE: { check: z.enum(["none", "button"]).default("none"), example: "none" },
  ZALO_API_URL: { check: httpUrl.default(ZALO_API_URL), example: ZALO_API_URL },
  ZALO_OAUTH_URL: { check: httpUrl.default(ZALO_OAUTH_URL), example: ZALO_OAUTH_URL },
  ADMIN_USER: { check: z.string().min(1).default("admin"), example: "admin" },
  ADMIN_PASSWORD: { check: z.string().min(12).optional(), example: "at least twelve characters" },
} as const;

type Variables = typeof variables;
type Environment = { readonly [K in keyof Variables]: z.output<Variables[K]["check"]> };

export interface ZaloConfig {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  /** Signs webhooks; not the app secret. The second is accepted while a key is being changed. */
  readonly oaSecretKeys: readonly string[];
  readonly seedAccessToken?: string;
  readonly seedRefreshToken?: string;
  /** For an app whose settings fix one code challenge; otherwise a fresh pair is made each time. */
  readonly codeVerifier?: string;
  /** Whether buttons under a text carry a `template_type`: sources about the platform disagree. */
  readonly buttonTemplate: "none" | "button";
  readonly apiUrl: string;
  readonly oauthUrl: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly publicUrl?: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly logLevel: LogLevel;
  /** Proves to the platform that the domain is ours; needed before the account's settings are known. */
  readonly zaloDomainVerifier?: string;
  /** Absent = no Official Account: the simulator is on. */
  readonly zalo?: ZaloConfig;
  readonly admin: { readonly user: string; readonly password?: string };
}

/**
 * Reads and checks the environment.
 * @throws OperatorError naming every bad variable with what is wrong and an example.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const e = checkEnvironment(env);
  const zalo = zaloConfig(e);
  return Object.freeze({
    port: e.PORT,
    host: e.HOST,
    ...(e.PUBLIC_URL && { publicUrl: e.PUBLIC_URL.replace(/\/+$/, "") }),
    dataDir: e.DATA_DIR,
    ...(e.DATABASE_URL && { databaseUrl: e.DATABASE_URL }),
    logLevel: e.LOG_LEVEL,
    ...(e.ZALO_DOMAIN_VERIFIER && { zaloDomainVerifier: e.ZALO_DOMAIN_VERIFIER }),
    ...(zalo && { zalo }),
    admin: { user: e.ADMIN_USER, ...(e.ADMIN_PASSWORD && { password: e.ADMIN_PASSWORD }) },
  });
}

function checkEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { check, example }] of Object.entries(variables)) {
    const raw = env[name]?.trim();
    const result = check.safeParse(raw === "" ? undefined : raw);
    if (result.success) values[name] = result.data;
    else
      problems.push(
        `${name}: ${result.error.issues[0]?.message ?? "not valid"}. Example: ${name}=${example}`,
      );
  }
  if (problems.length > 0) throw new OperatorError(`Configuration is not valid.\n${problems.join("\n")}`);
  return values as Environment;
}

/** All four of the account's settings, or none. */
function zaloConfig(e: Environment): ZaloConfig | undefined {
  const needed = {
    ZALO_APP_ID: e.ZALO_APP_ID,
    ZALO_APP_SECRET: e.ZALO_APP_SECRET,
    ZALO_OA_ID: e.ZALO_OA_ID,
    ZALO_OA_SECRET_KEY: e.ZALO_OA_SECRET_KEY,
  };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length === 4) return undefined;
  const { ZALO_APP_ID, ZALO_APP_SECRET, ZALO_OA_ID, ZALO_OA_SECRET_KEY } = needed;
  if (!ZALO_APP_ID || !ZALO_APP_SECRET || !ZALO_OA_ID || !ZALO_OA_SECRET_KEY) {
    throw new OperatorError(
      `Configuration is not valid.\nThe Official Account needs all four of its settings; missing: ${missing.join(", ")}.`,
    );
  }
  return {
    appId: ZALO_APP_ID,
    appSecret: ZALO_APP_SECRET,
    oaId: ZALO_OA_ID,
    oaSecretKeys: [ZALO_OA_SECRET_KEY, ...(e.ZALO_OA_SECRET_KEY_NEXT ? [e.ZALO_OA_SECRET_KEY_NEXT] : [])],
    ...(e.ZALO_ACCESS_TOKEN && { seedAccessToken: e.ZALO_ACCESS_TOKEN }),
    ...(e.ZALO_REFRESH_TOKEN && { seedRefreshToken: e.ZALO_REFRESH_TOKEN }),
    ...(e.ZALO_CODE_VERIFIER && { codeVerifier: e.ZALO_CODE_VERIFIER }),
    buttonTemplate: e.ZALO_BUTTON_TEMPLATE,
    apiUrl: e.ZALO_API_URL.replace(/\/+$/, ""),
    oauthUrl: e.ZALO_OAUTH_URL.replace(/\/+$/, ""),
  };
}
