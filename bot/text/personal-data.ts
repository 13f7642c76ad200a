/** What each kind of number looks like once separators are taken out. Order matters: longest first. */
const patterns: readonly { readonly mask: string; readonly pattern: RegExp }[] = [
  // The look-behind starts only where a word does: without it a long word would be searched at each letter.
  { mask: "[email]", pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  // Bank cards and accounts: 13–19 digits in groups.
  { mask: "[số thẻ]", pattern: /(?<![\w.-])\d(?:[ .-]?\d){12,18}(?![\w-])/g },
  // Citizen id: 12 digits.
  { mask: "[số căn cước]", pattern: /(?<![\w.-])\d(?:[ .-]?\d){11}(?![\w-])/g },
  // Phones: 0 or +84, then 9 or 10 digits. Hotlines of the 1800/1900 kind are public and stay.
  { mask: "[số điện thoại]", pattern: /(?<![\w.-])(?:\+?84|0)(?:[ .-]?\d){9,10}(?![\w-])/g },
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
  return patterns.reduce((masked, { mask, pattern }) => masked.replace(pattern, mask), text);
}
