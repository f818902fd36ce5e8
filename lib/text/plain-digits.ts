/** `text` with the digits of every script as 0 to 9: `١٢` and `१२` are `12`. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, plainDigit)
}

/** The digits of a script stand in one row, from zero on, and some rows follow each other without a gap. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String((code - zero) % 10)
}
