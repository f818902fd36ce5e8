import fc from 'fast-check'

const MARKS = [
  '.',
  ',',
  ')',
  ']',
  '}',
  '>',
  '"',
  "'",
  '”',
  '’',
  '»',
  '›',
  ';',
  ':',
  '…',
  '!',
  '?',
  '*',
  '|',
  '\\',
  ' ',
  '\u00a0',
]
const QUERIES = [
  '&fbclid=IwAR0x-33',
  '&utm_source=mail',
  ';jsessionid=9',
  '?p=1',
  '#corrections',
  '&amp;u=/a/b-7',
  ' said the mayor',
]
const ENCODED = ['%20', '%0A', '%00', '%', '%E2%80', '%BB', '%2529', '%C2%A0', '%5C', '/)']

/** Percent-encoded as a mail program would, twice, or not at all where an address can hold it. */
const encodings = [encodeURIComponent, encodeURI, (text: string) => encodeURIComponent(encodeURIComponent(text))]
const printed = fc
  .tuple(fc.constantFrom(...MARKS, ...QUERIES), fc.constantFrom(...encodings))
  .map(([text, encode]) => encode(text).replaceAll('?', '%3F').replaceAll('#', '%23'))

/** What stands behind an address in print, in mails and in markup, in several encodings and one after another. */
export const arbitraryTail = fc
  .array(fc.oneof({ weight: 3, arbitrary: printed }, fc.constantFrom(...ENCODED)), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(''))
