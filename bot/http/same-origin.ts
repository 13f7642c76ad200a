import type { RequestHandler } from "express";

/**
 * Refuses a form that another site's page sends (403), by what the browser says of itself: `Sec-Fetch-Site`,
 * else `Origin`. Who sends neither is no browser with somebody's cookie in it and passes.
 */
export const sameOriginOnly: RequestHandler = (req, res, next) => {
  const site = req.get("sec-fetch-site");
  const origin = req.get("origin");
  const ours = site
    ? site === "same-origin" || site === "none"
    : !origin || hostOf(origin) === req.get("host");
  if (ours) return next();
  res
    .status(403)
    .type("text/plain")
    .send(
      "Yêu cầu này đến từ trang khác nên bị từ chối. Vui lòng mở lại trang và thử lại.\nSent from another site, so refused. Please open the page again and retry.\n",
    );
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
