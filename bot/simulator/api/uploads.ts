import { uploadRules } from "../../zalo/index.ts";
import { newSecret } from "../account.ts";
import { accepted, refused } from "../answer.ts";
import type { Operation } from "./operation.ts";

/** A multipart body as bytes: its size and its file's name are all that is looked at. */
export interface UploadedBytes {
  readonly bytes: number;
  readonly fileName: string | undefined;
}

/** What comes with a file: boundaries and headers, not counted against its limit. */
const WRAPPING_BYTES = 2_000;

export const uploadOperations: readonly Operation[] = (["image", "gif", "file"] as const).map((kind) => ({
  method: "post",
  path: `/v2.0/oa/upload/${kind}`,
  run: (input) => {
    const { bytes, fileName } = input as UploadedBytes;
    const { maxBytes, types } = uploadRules[kind];
    if (bytes > maxBytes + WRAPPING_BYTES) return refused(-210, "file exceeds its size limit");
    const ending = fileName?.split(".").at(-1)?.toLowerCase() ?? "";
    // As seen on the platform: a name without the right ending gives success without anything in it.
    if (!Object.hasOwn(types, ending)) return accepted({});
    return accepted(kind === "file" ? { token: newSecret() } : { attachment_id: newSecret() });
  },
}));

/** Reads the first file's name from a multipart body. */
export function uploadedBytes(body: Buffer): UploadedBytes {
  const head = body.subarray(0, WRAPPING_BYTES).toString("utf8");
  return { bytes: body.byteLength, fileName: /filename="([^"]{1,200})"/.exec(head)?.[1] };
}
