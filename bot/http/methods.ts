import type { RequestHandler } from "express";

/** Put after a path's handlers: any other method is 405 with the list of those that work. */
export function onlyMethods(...allowed: readonly string[]): RequestHandler {
  return (_req, res) => {
    res.set("Allow", allowed.join(", "));
    res
      .status(405)
      .type("text/plain")
      .send(`405 Method Not Allowed: use ${allowed.join(" or ")}\n`);
  };
}
