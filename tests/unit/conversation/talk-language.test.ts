import { describe, expect, it } from "vitest";
import { stateToAnswer } from "../../../bot/conversation/talk-language.ts";

describe("the talk as it is shown to who answers", () => {
  it.each([
    ["vi", "which papers for a passport?", undefined],
    ["vi", "lam giay khai sanh", undefined],
    ["vi", "ok thanks", "vi"],
    ["vi", "#mc:tt:1.001193:fee", "vi"],
    ["en", "and how much is it?", "en"],
    ["en", "ward Tan Tru office please", "en"],
    ["en", "làm khai sinh cho con", undefined],
    ["en", "lệ phí?", "en"],
    [undefined, "đăng ký kết hôn", undefined],
  ] as const)("in %s, for “%s” has language %s", (language, text, kept) => {
    const state = { procedure: "1.001193", ...(language && { language }) };
    expect(stateToAnswer(text, state)).toEqual({ procedure: "1.001193", ...(kept && { language: kept }) });
  });
});
