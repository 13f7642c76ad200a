/** A code that a link, poster or counter put at the start of somebody's first message. */
export interface Referred {
  /** Without `#`, in capitals. */
  readonly code: string;
  /** The rest of the message; may be empty. */
  readonly text: string;
}

/** `#`, then 3–24 letters, digits and hyphens up to a space: buttons' payloads hold `:` or `.` and differ. */
const pattern = /^\s*#([a-z0-9-]{3,24})(?:\s+([\s\S]*))?$/i;

/** Finds a referral code: it has to hold a digit, so that `#khaisinh` stays an ordinary message. */
export function referralCode(text: string): Referred | undefined {
  const [, code, rest] = pattern.exec(text) ?? [];
  if (!code || !/\d/.test(code)) return undefined;
  return { code: code.toUpperCase(), text: rest?.trim() ?? "" };
}

/** A code as an address or a command names it, without `#`; undefined when no message could carry it. */
export function codeNamed(value: unknown): string | undefined {
  const found = typeof value === "string" ? referralCode(`#${value.trim()}`) : undefined;
  return found?.text === "" ? found.code : undefined;
}
