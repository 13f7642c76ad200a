import { describe, expect, it } from "vitest";
import {
  errorFamilies,
  knownCodes,
  meaningOf,
  ZaloRefusedError,
  ZaloUnreachableError,
} from "../../../bot/zalo/index.ts";

/** Every code of the platform's own appendix, and those seen besides. */
const documented = {
  oa: [
    -32, -100, -200, -201, -204, -205, -209, -210, -211, -212, -213, -216, -217, -218, -219, -220, -221, -223,
    -224, -227, -230, -231, -232, -233, -234, -235, -237, -238, -240, -241, -242, -244, -248, -249, -320,
    -321, -401, -403, 216, 401,
  ],
  oauth: [-118, -14002, -14003, -14004, -14005, -14014, -14018],
  template: [-115, -118, -124],
} as const;

describe("meanings of codes", () => {
  it.each(errorFamilies)("explains every documented code of family %s", (family) => {
    expect(knownCodes(family)).toEqual(expect.arrayContaining([...documented[family]]));
    for (const code of documented[family]) {
      expect(meaningOf(family, code).explanation).not.toMatch(/does not know/);
    }
  });

  it("keeps the families apart: -118 is a dead grant on OAuth and no such account for templates", () => {
    expect(meaningOf("oauth", -118).explanation).toMatch(/refresh token/);
    expect(meaningOf("template", -118).explanation).toMatch(/phone/);
    expect(meaningOf("oa", -118).explanation).toMatch(/does not know/);
  });

  it("tells the two meanings of -223 apart by the platform's message", () => {
    expect(meaningOf("oa", -223, "OA has not authorised this API").remedy).toBe("operator");
    expect(meaningOf("oa", -223, "quota of article").explanation).toMatch(/articles/);
  });

  it.each([
    [-32, true],
    [-200, true],
    [-216, true],
    [-220, true],
    [-210, false],
    [-213, false],
    [-230, false],
    [-224, false],
    [-99999, false],
  ])("a refusal with %d may be retried: %s", (code, retryable) => {
    expect(new ZaloRefusedError({ family: "oa", method: "message/cs", code }).retryable).toBe(retryable);
  });

  it("an error says the call and the reason, keeps the platform's words without ids", () => {
    const error = new ZaloRefusedError({
      family: "oa",
      method: "message/cs",
      code: -201,
      platformMessage: "user_id 1234567890123456789 is invalid",
    });
    expect(error.message).toBe(
      "message/cs: refused with -201, a parameter is not valid, or the person never wrote to the account",
    );
    expect(error.platformMessage).toBe("user_id … is invalid");
    expect(new ZaloUnreachableError("getoa", "ECONNREFUSED", false).message).toBe(
      "getoa: not reached, ECONNREFUSED",
    );
  });
});
