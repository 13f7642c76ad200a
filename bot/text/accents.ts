/** Takes all marks off: `Đường hoà` → `Duong hoa`. Case is kept. */
export function foldAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A key under which both ways of placing the tone mark are equal: `hòa` and `hoà`, `qúy` and `quý`.
 * The tone of each syllable is moved to its end; letters keep their own marks (ă, ê, ơ, đ).
 */
export function toneKey(syllable: string): string {
  const spread = syllable.normalize("NFD");
  const tone = spread.match(tones)?.join("") ?? "";
  return spread.replace(tones, "") + tone;
}

/** The tone mark of a syllable under its {@link toneKey}; empty for the level tone. */
export function toneOf(key: string): string {
  return key.match(tones)?.join("") ?? "";
}

/** True when the text carries any Vietnamese mark, so that marks can be trusted to tell words apart. */
export function hasAccents(text: string): boolean {
  return /[\u0300-\u036f]|đ/i.test(text.normalize("NFD"));
}
