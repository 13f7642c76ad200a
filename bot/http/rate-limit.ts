import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";

/** At most `perMinute` requests of one address (IPv6 by network); more are 429 with `Retry-After`. */
export function limitRate({ perMinute }: { readonly perMinute: number }): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    message:
      "Quý vị thao tác hơi nhanh. Vui lòng thử lại sau một phút.\nToo many requests. Please try again in a minute.\n",
  });
}
