import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { OperatorError } from "../../../bot/base/index.ts";
import { openJsonFile } from "../../../bot/catalogue/json-file.ts";

const schema = z.strictObject({ names: z.array(z.string()) });
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "json-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("openJsonFile", () => {
  it("gives the fallback when there is no file, and makes none", () => {
    const path = join(folder, "none.json");
    expect(openJsonFile(path, schema, { names: [] }).data).toEqual({ names: [] });
    expect(existsSync(path)).toBe(false);
  });

  it("writes two-space JSON with a last newline, making folders as needed, and reads it back", () => {
    const path = join(folder, "a", "b", "names.json");
    const file = openJsonFile(path, schema, { names: [] });
    file.data.names.push("Bảy Ghe");
    file.write();
    expect(readFileSync(path, "utf8")).toBe('{\n  "names": [\n    "Bảy Ghe"\n  ]\n}\n');
    expect(openJsonFile(path, schema, { names: [] }).data).toEqual({ names: ["Bảy Ghe"] });
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["names.json"]);
  });

  it("leaves the file as it was when the new one cannot be made", () => {
    const path = join(folder, "names.json");
    writeFileSync(path, '{"names":["cũ"]}');
    const file = openJsonFile<{ names: unknown }>(path, schema, { names: [] });
    file.data = { names: 1n };
    expect(() => file.write()).toThrow(TypeError);
    expect(readFileSync(path, "utf8")).toBe('{"names":["cũ"]}');
  });

  it.each([
    ["is not JSON", "{names}", /names\.json is not valid JSON/],
    ["does not fit", '{"names":["một",2]}', /names\.json: names\.1: /],
    ["has a key nobody knows", '{"names":[],"nicknames":[]}', /names\.json: .*nicknames/],
  ])("names file and place when it %s", (_name, text, message) => {
    const path = join(folder, "names.json");
    writeFileSync(path, text);
    expect(() => openJsonFile(path, schema, { names: [] })).toThrow(OperatorError);
    expect(() => openJsonFile(path, schema, { names: [] })).toThrow(message);
  });

  it("lets a failure of the disk through as it is", () => {
    expect(() => openJsonFile(folder, schema, { names: [] })).toThrow(/EISDIR/);
  });
});
