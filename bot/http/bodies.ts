import express, { type RequestHandler } from "express";

/** Bodies of one kind of route: their type and size. Larger is 413, another type 415, broken JSON 400. */
export interface BodyRule {
  readonly limitBytes: number;
}

const DEFAULT_LIMIT_BYTES = 64 * 1024;

/**
 * Keeps the body's exact bytes in `req.body` as a Buffer, for signatures. Only `application/json`,
 * or no type at all, passes; compressed bodies do not, since the signature is over what was sent.
 */
export function rawJsonBody({ limitBytes }: BodyRule): readonly RequestHandler[] {
  return [
    requireType("application/json", { orNone: true }),
    express.raw({ type: () => true, limit: limitBytes, inflate: false }),
  ];
}

/** Parses `application/json` into `req.body`. */
export function jsonBody({ limitBytes }: BodyRule = { limitBytes: DEFAULT_LIMIT_BYTES }): RequestHandler[] {
  return [requireType("application/json"), express.json({ limit: limitBytes })];
}

/** Parses an HTML form (`application/x-www-form-urlencoded`) into `req.body`: text fields only. */
export function formBody({ limitBytes }: BodyRule = { limitBytes: DEFAULT_LIMIT_BYTES }): RequestHandler[] {
  return [
    requireType("application/x-www-form-urlencoded"),
    express.urlencoded({ limit: limitBytes, extended: false }),
  ];
}

function requireType(type: string, { orNone = false } = {}): RequestHandler {
  return (req, res, next) => {
    const given = req.headers["content-type"];
    if (req.is(type) || (orNone && given === undefined)) return next();
    // A request without a body has no type to be wrong.
    if (req.headers["content-length"] === "0") return next();
    res.status(415).type("text/plain").send(`415 Unsupported Media Type: expected ${type}\n`);
  };
}
