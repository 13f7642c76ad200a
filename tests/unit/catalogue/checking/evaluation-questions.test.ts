import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readEvaluationQuestions } from "../../../../bot/catalogue/index.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "questions-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("readEvaluationQuestions", () => {
  it("reads single questions and every turn of a talk, and passes over other lines", () => {
    const path = join(folder, "questions.jsonl");
    const lines = [
      { id: "d1", text: "mở quán cần gì", kind: "answerable" },
      { id: 7, turns: [{ text: "làm khai sinh", expect: [] }, { text: "còn lệ phí?" }] },
      { title: "no question" },
    ];
    writeFileSync(path, `${lines.map((line) => JSON.stringify(line)).join("\n")}\nnot JSON\n`);
    expect(readEvaluationQuestions([path])).toEqual([
      { id: "d1", text: "mở quán cần gì" },
      { id: "7", text: "làm khai sinh" },
      { id: "7", text: "còn lệ phí?" },
    ]);
  });

  it("says which file it cannot open", () => {
    expect(() => readEvaluationQuestions([join(folder, "none.jsonl")])).toThrow(/none\.jsonl cannot be read/);
  });
});
