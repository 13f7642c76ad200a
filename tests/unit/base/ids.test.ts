import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  channelNames,
  entryId,
  newEntryId,
  personId,
  splitPersonId,
  zaloUserId,
} from "../../../bot/base/index.ts";

describe("ids", () => {
  it("keep channel and id apart, whatever the id holds", () => {
    fc.assert(
      fc.property(fc.constantFrom(...channelNames), fc.string(), (channel, id) => {
        expect(splitPersonId(personId(channel, id))).toEqual({ channel, id });
      }),
    );
  });

  it("keep a platform id longer than a number can hold as it is", () => {
    const id = zaloUserId("8756287263669629130");
    expect(personId("zalo", id)).toBe("zalo:8756287263669629130");
  });

  it.each(["", "zalo", "sms:1", ":1"])("“%s” is no person", (text) => {
    expect(() => splitPersonId(text as ReturnType<typeof personId>)).toThrow(TypeError);
  });

  it("of entries are new each time and read back as they are", () => {
    const ids = Array.from({ length: 100 }, newEntryId);
    expect(new Set(ids).size).toBe(100);
    expect(entryId(ids[0] ?? "")).toBe(ids[0]);
  });
});
