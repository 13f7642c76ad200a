import express, { type RequestHandler } from "express";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { createLog, OperatorError, silentLog } from "../../../bot/base/index.ts";
import {
  basicAuth,
  createMetrics,
  escapeHtml,
  formBody,
  handleErrors,
  healthRoutes,
  jsonBody,
  limitRate,
  listen,
  notFound,
  onlyMethods,
  plainPage,
  rawJsonBody,
  securityHeaders,
} from "../../../bot/http/index.ts";

const show: RequestHandler = (req, res) => {
  const body: unknown = req.body;
  res.json(body instanceof Buffer ? { raw: body.toString() } : { body });
};
function app(...handlers: RequestHandler[]) {
  const web = express();
  web
    .route("/x")
    .post(...handlers, show)
    .all(onlyMethods("POST"));
  web.use(notFound, handleErrors(silentLog));
  return web;
}

describe("bodies", () => {
  const raw = app(...rawJsonBody({ limitBytes: 50 }));
  const json = app(...jsonBody({ limitBytes: 50 }));
  const form = app(...formBody({ limitBytes: 50 }));

  it("raw ones keep every byte", async () => {
    const body = '{ "a" : "đ" }\n';
    const response = await request(raw).post("/x").type("application/json; charset=utf-8").send(body);
    expect(response.body).toEqual({ raw: body });
  });
  it("raw ones may come without a type", async () => {
    const web = raw.listen(0);
    const port = (web.address() as { port: number }).port;
    const response = await fetch(`http://127.0.0.1:${port}/x`, { method: "POST", body: new Blob(["{}"]) });
    expect(await response.json()).toEqual({ raw: "{}" });
    web.close();
  });
  it("compressed ones are refused: a signature is over what was sent", async () => {
    const response = await request(raw).post("/x").type("json").set("Content-Encoding", "gzip").send("{}");
    expect(response.status).toBe(415);
  });
  it.each([
    ["raw", raw],
    ["json", json],
  ])("%s: 413 over the limit, 415 of another type", async (_name, web) => {
    expect(
      (
        await request(web)
          .post("/x")
          .type("json")
          .send(`{"a":"${"b".repeat(60)}"}`)
      ).status,
    ).toBe(413);
    expect((await request(web).post("/x").type("text/plain").send("{}")).status).toBe(415);
    expect((await request(web).post("/x").type("application/x-www-form-urlencoded").send("a=b")).status).toBe(
      415,
    );
  });
  it("json: broken is 400, with advice and without a stack", async () => {
    const response = await request(json).post("/x").type("json").send('{"a":');
    expect(response.status).toBe(400);
    expect(response.text).not.toMatch(/at |SyntaxError/);
  });
  it("forms: fields as text, 413 and 415", async () => {
    expect((await request(form).post("/x").type("form").send("a=1&b%5Bc%5D=2")).body).toEqual({
      body: { a: "1", "b[c]": "2" },
    });
    expect(
      (
        await request(form)
          .post("/x")
          .type("form")
          .send(`a=${"b".repeat(60)}`)
      ).status,
    ).toBe(413);
    expect((await request(form).post("/x").type("json").send("{}")).status).toBe(415);
  });
});

it("another method is 405 and names the right one", async () => {
  const response = await request(app()).delete("/x");
  expect(response.status).toBe(405);
  expect(response.headers.allow).toBe("POST");
});

describe("security headers", () => {
  const web = (overHttps: boolean) => express().use(securityHeaders({ overHttps }), notFound);
  it("forbid everything inline and from elsewhere", async () => {
    const { headers } = await request(web(true)).get("/");
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https:|\*|upgrade-insecure/);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "strict-transport-security": "max-age=15552000",
    });
  });
  it("do not lock a browser out of a trial on plain http", async () => {
    expect((await request(web(false)).get("/")).headers).not.toHaveProperty("strict-transport-security");
  });
});

describe("errors", () => {
  const lines: string[] = [];
  const web = express();
  web.get("/bug", () => {
    throw new Error("bug");
  });
  web.get("/late", async () => {
    throw Object.assign(new Error("odd"), { status: 503 });
  });
  web.get("/begun", (_req, res) => {
    res.write("half");
    throw new Error("broken off");
  });
  web.use(notFound, handleErrors(createLog("info", (line) => lines.push(line))));

  it("are a Vietnamese page for a browser, English second", async () => {
    const response = await request(web).get("/nowhere").set("Accept", "text/html");
    expect(response.status).toBe(404);
    expect(response.text).toContain('<html lang="vi">');
    expect(response.text).toContain("Không tìm thấy trang");
    expect(response.text).toContain('<p lang="en">');
  });
  it("are JSON for a program", async () => {
    const response = await request(web).get("/nowhere").set("Accept", "application/json");
    expect(response.body.error).toMatchObject({ status: 404, messageEn: expect.any(String) });
  });
  it("of our own are 500, logged by path without query, and tell the person nothing of their cause", async () => {
    lines.length = 0;
    const response = await request(web).get("/bug?phone=0900000000").set("Accept", "text/html");
    expect(response.status).toBe(500);
    expect(response.text).not.toContain("bug");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"path":"/bug"');
    expect(lines[0]).not.toContain("0900000000");
  });
  it("that carry a strange status count as ours", async () => {
    expect((await request(web).get("/late")).status).toBe(500);
  });
  it("after the answer has begun break the connection", async () => {
    await expect(request(web).get("/begun")).rejects.toThrow();
  });
});

describe("health", () => {
  const web = (check: () => Promise<void>, draining = false) =>
    express().use(healthRoutes({ checks: [{ name: "store", check }], draining: () => draining }));
  it("lives", async () => {
    expect((await request(web(async () => undefined)).get("/healthz")).body).toEqual({ status: "ok" });
    expect((await request(web(async () => undefined)).post("/healthz")).status).toBe(405);
  });
  it.each<[string, () => Promise<void>, boolean, number, string[]]>([
    ["ready", async () => undefined, false, 200, []],
    ["a store that is down", () => Promise.reject(new Error("no")), false, 503, ["store"]],
    ["draining", async () => undefined, true, 503, ["draining"]],
    ["a store that hangs", () => new Promise(() => undefined), false, 503, ["store"]],
  ])("%s", async (_name, check, draining, status, failed) => {
    const response = await request(web(check, draining)).get("/readyz");
    expect(response.status).toBe(status);
    expect(response.body.failed).toEqual(failed);
  });
});

describe("metrics", () => {
  it("count by closed labels, read gauges when asked, time requests by route and not by path", async () => {
    const metrics = createMetrics();
    const web = express().use(metrics.timeRequests, metrics.routes);
    web.get("/people/:id", (_req, res) => {
      res.send("ok");
    });
    const count = metrics.counter("things_total", "Things", ["kind"]);
    count({ kind: "a" });
    count({ kind: "a" }, 2);
    metrics.gauge("waiting", "Waiting", async () => 7);
    await request(web).get("/people/123456789");
    await request(web).get("/secret-path");
    const { text } = await request(web).get("/metrics");
    expect(text).toContain('things_total{kind="a"} 3');
    expect(text).toContain("waiting 7");
    expect(text).toContain('route="/people/:id",status="200"');
    expect(text).toContain('route="none",status="404"');
    expect(text).not.toMatch(/123456789|secret-path/);
    expect(text).toContain("process_resident_memory_bytes");
  });
});

describe("sign-in by HTTP Basic", () => {
  const web = express().use(basicAuth({ user: "quản trị", password: "mật khẩu: dài" }), (_req, res) => {
    res.send("in");
  });
  const header = (text: string) => `Basic ${Buffer.from(text).toString("base64")}`;
  it.each([
    ["right", header("quản trị:mật khẩu: dài"), 200],
    ["right, typed as decomposed Unicode", header("quản trị:mật khẩu: dài".normalize("NFD")), 200],
    ["wrong password", header("quản trị:mật khẩu"), 401],
    ["wrong user", header("admin:mật khẩu: dài"), 401],
    ["no colon", header("quản trị"), 401],
    ["empty", header(":"), 401],
    ["another scheme", "Bearer abc", 401],
    ["not base64", "Basic %%%", 401],
  ])("%s", async (_name, authorization, status) => {
    expect((await request(web).get("/").set("Authorization", authorization)).status).toBe(status);
  });
  it("asks when nothing is given", async () => {
    const response = await request(web).get("/");
    expect(response.status).toBe(401);
    expect(response.headers["www-authenticate"]).toContain("Basic");
  });
});

it("too many requests of one address are 429 with kind words", async () => {
  const web = express().use(limitRate({ perMinute: 2 }), (_req, res) => {
    res.send("ok");
  });
  const server = web.listen(0);
  const statuses: number[] = [];
  for (let n = 0; n < 3; n += 1) statuses.push((await request(server).get("/")).status);
  const last = await request(server).get("/");
  server.close();
  expect(statuses).toEqual([200, 200, 429]);
  expect(last.text).toContain("thử lại sau một phút");
  expect(last.headers).toHaveProperty("retry-after");
});

describe("plain pages", () => {
  it("escape what they are told", () => {
    expect(escapeHtml(`<a href="x" id='y'>&`)).toBe("&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    expect(plainPage("<script>", "<p>an toàn</p>")).toContain("<title>&lt;script&gt;</title>");
  });
});

describe("listening", () => {
  it("says which port is taken and what to do", async () => {
    const first = await listen(express(), { port: 0, host: "127.0.0.1" });
    const second = listen(express(), { port: first.port, host: "127.0.0.1" });
    await expect(second).rejects.toThrow(OperatorError);
    await expect(second).rejects.toThrow(/PORT/);
    await first.stop(100);
  });
  it("stopping lets a request in progress end", async () => {
    const web = express();
    web.get("/slow", (_req, res) => {
      setTimeout(() => res.send("done"), 200);
    });
    const server = await listen(web, { port: 0, host: "127.0.0.1" });
    const answer = fetch(`http://127.0.0.1:${server.port}/slow`).then((response) => response.text());
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop(2_000);
    expect(await answer).toBe("done");
  });
  it("stopping does not wait for ever", async () => {
    const web = express();
    web.get("/never", () => undefined);
    const server = await listen(web, { port: 0, host: "127.0.0.1" });
    const answer = fetch(`http://127.0.0.1:${server.port}/never`).catch(() => "cut off");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await server.stop(100);
    expect(await answer).toBe("cut off");
  });
});
