import fc from 'fast-check'

/** Characters that are easily lost, glued, or taken for nothing, and letters beside which they mean something. */
const TELLING = [
  ...'aAeiIİıſsßnﬁﬃﬅĳ09½²#*.,-\'’"“”&<>/\\ ',
  ...'\u0000\u0001\u0007\t\n\v\f\r\u001c\u001f\u007f\u0080\u0083\u0085\u0092\u009f\u00a0\u00ad',
  ...'\u0300\u0301\u0307\u0323\u034f\u20e3\u0600\u061c\u115f\u1160\u1100\u1161\u11a8\uac00\u3164\uffa0',
  ...'\u180b\u180e\u1820\u17b4\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e',
  ...'\u2060\u2061\u2066\u2067\u2068\u2069\u206a\u2800\u3000\ufe00\ufe0e\ufe0f\ufeff\ufffc\ufffd\uffff',
  ...'\u{1fffe}\u{e0001}\u{e0067}\u{e007f}\u{e0100}\u{1f3f4}',
  ...'مﻣﷲﹰیخאשּׁदक्षिශරതന്കഖฟำລາខ្មေမြॐ東京葛かがㇰㄱ한ệộÅΩΣςЖ',
  ...'❤☎👩👧🏽💻🔥©™',
]

/** Any text: words, arbitrary characters of Unicode, halves of pairs, and many of those that show nothing. */
export function anyText({ maxLength = 24 }: { maxLength?: number } = {}): fc.Arbitrary<string> {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TELLING) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
    { weight: 1, arbitrary: fc.constantFrom('Harbour', 'fire', 'Wahl', 'می‌خواهم', 'क्‍ष', '🏴󠁧󠁢󠁳󠁣󠁴󠁿') },
  )
  return fc.array(unit, { maxLength }).map((units) => units.join(''))
}
