/**
 * Letters and digits that are another form of usual ones: ligatures, positional letters, full and half width, bold
 * letters of mathematics, letters in circles. Not those that Unicode takes apart although they are spelled so (in Thai,
 * Lao, Tibetan and Kazakh, and single letters of Korean), and no small raised ones, which say something else.
 */
const OTHER_FORM =
  /(?![\u0675-\u0678\u0E33\u0EB3\u0EDC\u0EDD\u0F77\u0F79\u3131-\u318E\uFFA0-\uFFDC])(?:[\p{Ll}\p{Lu}\p{Lt}\p{Lo}\p{Nd}\p{Nl}]|[\uFF00-\uFFEF])/gu

/** `text` with each letter in its usual form: `ﬁ` is `fi`, `Ａ` is `A`, `𝗕` is `B`. Everything else stays. */
export function plainLetters(text: string): string {
  return text.replace(OTHER_FORM, (letter) => {
    const usual = letter.normalize('NFKC')
    return /^[\p{L}\p{M}\p{N}]+$/u.test(usual) ? usual : letter
  })
}
