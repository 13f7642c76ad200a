import { replyLimits } from "../../domain/index.ts";

/** What a person sent with a form, or why it cannot be taken. */
export type Said =
  | { readonly kind: "said"; readonly text: string; readonly key: string | undefined }
  | { readonly kind: "empty"; readonly text: string }
  | { readonly kind: "too-long"; readonly text: string; readonly length: number };

/** As many letters as on Zalo, so that the same question works in both places. */
export const QUESTION_LIMIT = replyLimits.text;

/** Reads the form: `say` is a tapped button and wins over the typed `text`. */
export function readSaid(form: unknown): Said {
  const fields = typeof form === "object" && form !== null ? (form as Readonly<Record<string, unknown>>) : {};
  const text = (field(fields, "say") || field(fields, "text")).normalize("NFC").trim();
  const length = [...text].length;
  if (length === 0) return { kind: "empty", text };
  if (length > QUESTION_LIMIT) return { kind: "too-long", text, length };
  const key = field(fields, "key");
  return { kind: "said", text, key: /^[\w-]{8,64}$/.test(key) ? key : undefined };
}

function field(fields: Readonly<Record<string, unknown>>, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}
