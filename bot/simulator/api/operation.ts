import type { Answer } from "../answer.ts";
import type { Platform } from "../platform.ts";

/** One call the platform answers. */
export interface Operation {
  readonly method: "get" | "post";
  readonly path: string;
  /** Whether a send: those may be refused by a set code and are what people see. */
  readonly sends?: true;
  readonly run: (input: unknown, platform: Platform) => Answer;
}
