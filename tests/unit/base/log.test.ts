import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createLog, type LogFields, type LogLevel } from "../../../bot/base/index.ts";

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): unknown[] {
  const lines: string[] = [];
  write(createLog(level, (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line));
}

describe("log", () => {
  it("writes a line of JSON with the message and allowed fields", () => {
    const [line] = logged("info", (log) => log.info("sent", { event: "reply", attempt: 2, tookMs: 12 }));
    expect(line).toMatchObject({ level: 30, msg: "sent", event: "reply", attempt: 2, tookMs: 12 });
  });

  it("carries nothing of a person or a secret, even when a whole event is handed over", () => {
    const event = JSON.parse(readFileSync("tests/fixtures/zalo/user_submit_info.json", "utf8"));
    const everything = {
      ...event,
      ...event.info,
      text: "tôi tên Nguyễn Thị Mẫu",
      name: "Nguyễn Thị Mẫu",
      phone: "0912345678",
      access_token: "secret-token",
      personId: "zalo:8756287263669629130",
      code: 200,
    };
    const lines = logged("debug", (log) => {
      for (const write of [log.debug, log.info, log.warn, log.error]) write("taken", everything as LogFields);
    });
    expect(lines).toHaveLength(4);
    for (const line of lines)
      expect(Object.keys(line as object).sort()).toEqual(["code", "level", "msg", "time"]);
  });

  it("leaves out fields without a value", () => {
    const [line] = logged("info", (log) => log.info("done", { reason: undefined }));
    expect(line).not.toHaveProperty("reason");
  });

  it.each<[LogLevel, number]>([
    ["debug", 4],
    ["info", 3],
    ["warn", 2],
    ["error", 1],
    ["silent", 0],
  ])("at %s writes %i of four levels", (level, count) => {
    const lines = logged(level, (log) => {
      log.debug("d");
      log.info("i");
      log.warn("w");
      log.error("e");
    });
    expect(lines).toHaveLength(count);
  });
});
