import type { RequiredDocument } from "../../domain/index.ts";
import type { Subject } from "./subject.ts";

/** Titles that say themselves whether an original or a copy is meant; the portal's two columns often contradict them. */
const saysWhich =
  /bản (?:chính|gốc|sao|chụp|phô ?tô)|phô ?tô|photo|(?<!\p{L})ảnh(?!\p{L})|original|cop(?:y|ies)/iu;
/** …and how many: `01 bản chính`, `02 ảnh 3x4`. */
const saysHowMany =
  /(?<![\p{L}\d/])\d{1,2}\s*(?:\([^)]*\)\s*)?(?:bản|bộ|ảnh|tờ|tấm|photos?|copies|originals?)(?!\p{L})/iu;

/** `1 bản chính, 1 bản sao` as the record counts them; nothing when the title says it better or the rows differ. */
export function countsOf({ say }: Subject, title: string, facts: readonly RequiredDocument[]): string[] {
  const pairs = new Set(facts.map(({ originals, copies }) => `${originals}/${copies}`));
  const first = pairs.size === 1 ? facts[0] : undefined;
  if (!first || saysHowMany.test(title)) return [];
  const { originals, copies } = first;
  if (saysWhich.test(title)) {
    const [pieces, ...others] = [originals, copies].filter((count) => count > 0);
    return pieces && others.length === 0 ? [say("documents.pieces", { count: pieces })] : [];
  }
  return [
    ...(originals > 0 ? [say("documents.originals", { count: originals })] : []),
    ...(copies > 0 ? [say("documents.copies", { count: copies })] : []),
  ];
}
