import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OperatorError } from "../../../bot/base/index.ts";
import { dataFolderRisk, makeDataFolder } from "../../../bot/store/data-folder.ts";

describe("the data folder", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "motcua-data-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    "C:\\Users\\lan\\OneDrive\\motcua",
    "/home/lan/OneDrive - UBND xã/motcua",
    "/Users/lan/Dropbox/data",
    "/Users/lan/Google Drive/data",
    "/home/lan/Nextcloud",
  ])("is not safe where it is synchronised: %s", (path) => {
    expect(dataFolderRisk(path)).toMatch(/synchronised/);
  });

  it("is safe on a local disk, also when a name only looks alike", () => {
    expect(dataFolderRisk(folder)).toBeUndefined();
    expect(dataFolderRisk(join(folder, "dropbox-import"))).toBeUndefined();
  });

  it("is made with the folders above it", () => {
    makeDataFolder(join(folder, "a", "b"));
    expect(() => writeFileSync(join(folder, "a", "b", "x"), "")).not.toThrow();
  });

  it("is named when it cannot be made", () => {
    writeFileSync(join(folder, "file"), "");
    expect(() => makeDataFolder(join(folder, "file", "sub"))).toThrow(OperatorError);
    expect(() => makeDataFolder(join(folder, "file", "sub"))).toThrow(/DATA_DIR/);
  });
});
