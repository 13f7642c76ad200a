import type { Call } from "../call.ts";
import { ZaloRefusedError, ZaloUnreachableError } from "../errors.ts";
import { uploadSchema } from "../wire.ts";

const MB = 1024 * 1024;

/** What may be uploaded where. The platform keeps an upload seven days. */
export const uploadRules = {
  image: { maxBytes: MB, types: { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png" } },
  gif: { maxBytes: 5 * MB, types: { gif: "image/gif" } },
  file: {
    maxBytes: 5 * MB,
    types: {
      pdf: "application/pdf",
      doc: "application/msword",
      docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      csv: "text/csv",
    },
  },
} as const;
/** Which upload endpoint takes the file. */
export type UploadKind = keyof typeof uploadRules;

/** A file to be uploaded. */
export interface Upload {
  readonly kind: UploadKind;
  /** Its ending must tell the type: without it the platform answers with empty data. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Uploading, for messages that show a picture or hold a file. */
export interface UploadsApi {
  /** Uploads and gives the id (image, gif) or token (file) to send it with. Size and type are checked first. */
  upload(upload: Upload): Promise<string>;
}

/** The calls for uploads. */
export function uploadsApi(call: Call, options: { readonly apiUrl: string }): UploadsApi {
  return {
    async upload({ kind, fileName, bytes }) {
      const name = `upload/${kind}`;
      const type = checkedType(name, kind, fileName, bytes.byteLength);
      const form = new FormData();
      form.append("file", new Blob([bytes], { type }), fileName);
      const data = await call(
        { family: "oa", name, method: "POST", url: `${options.apiUrl}/v2.0/oa/upload/${kind}`, body: form },
        uploadSchema,
      );
      const reference = data.token ?? data.attachment_id;
      if (!reference) throw new ZaloUnreachableError(name, "the answer names no upload", true);
      return reference;
    },
  };
}

function checkedType(method: string, kind: UploadKind, fileName: string, size: number): string {
  const rule = uploadRules[kind];
  const types: Readonly<Record<string, string>> = rule.types;
  const type = types[fileName.split(".").at(-1)?.toLowerCase() ?? ""];
  if (!type) {
    const explanation = `${kind} has to end in ${Object.keys(types).join(", ")}`;
    throw new ZaloRefusedError({ family: "oa", method, code: -201, explanation });
  }
  if (size > rule.maxBytes) {
    const explanation = `the file is over its limit (${size} of ${rule.maxBytes} bytes)`;
    throw new ZaloRefusedError({ family: "oa", method, code: -210, explanation });
  }
  return type;
}
