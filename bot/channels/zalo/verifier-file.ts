import { Router } from "express";

/**
 * `GET /zalo_verifier<code>.html`: shows the platform that the domain is ours. The code is in the name of
 * the file and in its meta tag, in both spellings that have been seen.
 */
export function verifierFile(code: string): Router {
  const meta = "zalo-platform-site-verification";
  const page = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="${meta}" property="${meta}" content="${code}"><title>Zalo</title></head>
<body>${code}</body>
</html>
`;
  const router = Router();
  router.get(`/zalo_verifier${code}.html`, (_req, res) => {
    res.type("html").send(page);
  });
  return router;
}
