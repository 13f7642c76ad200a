import type { Language } from "../domain/index.ts";
import type { Platform } from "./platform.ts";

/** What every part of the phone's page is drawn from. */
export interface PhonePageProps {
  readonly platform: Platform;
  readonly personId: string;
  readonly language: Language;
  /** The page's own path and query. */
  readonly path: string;
}
