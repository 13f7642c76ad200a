import { mkdirSync, statfsSync } from "node:fs";
import { resolve } from "node:path";
import { messageOf, OperatorError } from "../base/index.ts";

/** Linux's numbers for file systems that live on another machine or in another program. */
const remoteFileSystems: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xfe534d42, "SMB"],
  [0xff534d42, "CIFS"],
  [0x65735546, "FUSE"],
  [0x01021997, "9p"],
]);

const synchronisedFolders =
  /(^|[\\/])(OneDrive|Dropbox|Google ?Drive|iCloud ?Drive|Nextcloud)( [^\\/]*)?([\\/]|$)/i;

/** Makes the folder when it is missing. @throws OperatorError when that cannot be. */
export function makeDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw new OperatorError(`Cannot make the data folder ${dataDir} (DATA_DIR): ${messageOf(error)}.`, {
      cause: error,
    });
  }
}

/**
 * Why an SQLite file is not safe in this folder, or undefined when nothing speaks against it.
 * Network and synchronised drives lie about locks and about what has reached the disk.
 */
export function dataFolderRisk(dataDir: string): string | undefined {
  const path = resolve(dataDir);
  if (synchronisedFolders.test(path)) return "the folder is synchronised with other machines";
  const remote = remoteFileSystems.get(fileSystemType(path));
  return remote && `the folder is on a ${remote} drive`;
}

function fileSystemType(path: string): number {
  try {
    return statfsSync(path).type;
  } catch {
    return 0;
  }
}
