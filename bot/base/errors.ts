/** A failure the operator can mend; its message says how. Shown without a stack. */
export class OperatorError extends Error {
  override readonly name = "OperatorError";
}

/** Turns anything thrown into one line without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
