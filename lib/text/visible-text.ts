/**
 * Characters that show nothing: Unicode's default ignorable ones (soft hyphen, joiners, zero-width spaces, variation
 * selectors, direction controls, fillers, tags), control characters, what is no character (halves of pairs,
 * noncharacters), and the signs for an object or an annotation that plain text cannot carry.
 */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Cs}\u{FFF9}-\u{FFFC}\u{16FE4}\u{1D159}]|(?!\p{White_Space})\p{Cc}/gu

/** White space of Unicode, and the braille cell without a dot. */
const SPACE = /[\p{White_Space}\u{2800}]+/gu

/** A letter or digit that is seen, whatever stands around it. */
const LETTER = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u

/** Anything with ink of its own: a mark needs a letter to stand on. */
const INK = /[^\p{M}\s]/u

/**
 * What a reader sees of `text`, on one line: Unicode NFC, without characters that show nothing, each run of white space
 * (no-break spaces, tabs and line ends too) as one space, none at the ends. Two texts that look alike because they
 * differ in such characters alone are the same afterwards.
 *
 * For comparing, counting, looking up, and for addresses; not for showing or storing, because joiners and selectors may
 * be spelling (lib/text/clean-text.ts).
 */
export function visibleText(text: string): string {
  return withoutUnseen(text).normalize('NFC').replace(SPACE, ' ').trim()
}

/** Whether a reader of `text` sees nothing: it is empty, white space, or made of characters that show nothing. */
export function isBlank(text: string): boolean {
  // Nearly every text has such a letter near its start.
  return !LETTER.test(text) && !INK.test(visibleText(text))
}

/** Whether a character, as a text is taken apart into code points, shows nothing. White space is not meant. */
export function isUnseen(character: string | undefined): boolean {
  return character !== undefined && character !== '' && withoutUnseen(character) === ''
}

/** `text` without the characters that show nothing; its white space and its spelling stay as they are. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '')
}
