import type { RequestHandler } from "express";
import helmet from "helmet";

/** Everything a page uses comes from this server; nothing inline runs. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * Security headers for every answer. `overHttps` adds HSTS: only where the public address is https,
 * otherwise a trial on plain http would lock the browser out.
 */
export function securityHeaders({ overHttps }: { readonly overHttps: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: overHttps && { maxAge: 15_552_000, includeSubDomains: false },
    xFrameOptions: { action: "deny" },
  });
}
