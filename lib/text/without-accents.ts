/**
 * `text` without the marks on Latin, Greek and Cyrillic letters. Other marks stay: those of Devanagari, Arabic or Thai are
 * vowels, without which another word is left.
 */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
}
