import { pino } from "pino";

/**
 * The only fields a log line may carry. Citizens' words, names, numbers and tokens are not on it,
 * so a new field stays out of the log until somebody decides it may be there.
 */
const allowedFields = [
  "event",
  "reason",
  "code",
  "status",
  "count",
  "attempt",
  "tookMs",
  "delayMs",
  "requestId",
  "entryId",
  "channel",
  "kind",
  "method",
  "path",
  "port",
  "address",
  "version",
  "bytes",
] as const;

export type LogField = (typeof allowedFields)[number];
export type LogFields = { readonly [K in LogField]?: string | number | boolean | undefined };

export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

export const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** JSON lines on standard output (or `write`), holding allowed fields only. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const logger = write ? pino({ level, base: null }, { write }) : pino({ level, base: null });
  const keep = (fields: LogFields = {}) =>
    Object.fromEntries(
      allowedFields.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
    );
  return {
    debug: (message, fields) => logger.debug(keep(fields), message),
    info: (message, fields) => logger.info(keep(fields), message),
    warn: (message, fields) => logger.warn(keep(fields), message),
    error: (message, fields) => logger.error(keep(fields), message),
  };
}

export const silentLog: Log = createLog("silent");
