/** A date, also with the hour behind it, is no number of a person. */
const date = String.raw`(?!\d{1,2}([./-])\d{1,2}\1\d{4}(?!\d))`;
/** Not in the middle of a number or code. Letters may stand before it: "sđt0900000123". */
const start = String.raw`(?<!\d|\d[.-]|[A-Z]\d{0,2}\.)`;
/** Not before more of a number or code; words may follow: "0900000123nha", "0900000123-anh Ba". */
const end = String.raw`(?!\d|[.-]\d)`;
/** Not behind a letter that stands alone: the number of a dossier goes on with digits ("H40-261103-0007"). */
const noCode = String.raw`(?<!(?<!\p{L})\p{L})`;
const mobile = String.raw`0(?:[ .-]?\d){9}`;

/** What each kind of number looks like once separators are taken out. Order matters: what is surest first. */
const patterns: readonly { readonly mask: string; readonly pattern: RegExp }[] = [
  // The look-behind starts only where a word does: without it a long word would be searched at each letter.
  { mask: "[email]", pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  // Two phones one after another are no long number.
  {
    mask: "[số điện thoại]",
    pattern: new RegExp(`${start}${date}${mobile}(?=[ ,;/]+${mobile}(?!\\d))`, "gi"),
  },
  // Bank cards and accounts: 13–19 digits in groups. Money and codes of the portal are written with points, these are not.
  { mask: "[số thẻ]", pattern: new RegExp(`${start}${noCode}${date}\\d(?:[ -]?\\d){12,18}${end}`, "gu") },
  // Citizen id: 12 digits; with points only when it begins with 0, which no sum of money does.
  {
    mask: "[số căn cước]",
    pattern: new RegExp(`${start}${noCode}${date}(?:0(?:[ .-]?\\d){11}|\\d(?:[ -]?\\d){11})${end}`, "gu"),
  },
  // Phones: 0 or +84, then 9 or 10 digits, or the area in brackets. Hotlines of the 1800/1900 kind are public and stay.
  {
    mask: "[số điện thoại]",
    pattern: new RegExp(`${start}${date}(?:\\+?84|0)(?:[ .-]?\\d){9,10}${end}`, "gi"),
  },
  { mask: "[số điện thoại]", pattern: new RegExp(`\\(0\\d{2,3}\\)(?:[ .-]?\\d){6,8}${end}`, "g") },
  // Old identity card: 9 digits written together.
  { mask: "[số chứng minh]", pattern: /(?<![\w.-])\d{9}(?![\w-])/g },
  // Passport: a letter and 7 or 8 digits.
  { mask: "[số hộ chiếu]", pattern: /(?<![\w.-])[A-Z]\d{7,8}(?![\w-])/gi },
];

/**
 * Replaces personal numbers and e-mail addresses by a word in brackets; everything else is kept.
 * Dossier numbers (`H40.12-261103-0007`) and procedure codes (`1.001193`) are not personal and stay.
 */
export function maskPersonalData(text: string): string {
  const masked = patterns.reduce((rest, { mask, pattern }) => rest.replace(pattern, mask), text);
  // A number may have stood too near another to be seen.
  return masked === text ? text : maskPersonalData(masked);
}
