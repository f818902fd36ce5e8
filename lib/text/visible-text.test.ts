import { expect, test } from 'vitest'
import { isBlank, visibleText } from '@/lib/text/visible-text'

test.each([
  ['soft hyphens', 'Bundes\u00adtags\u00adwahl', 'Bundestagswahl'],
  ['a variation selector', 'I ❤\ufe0f Lisbon', 'I ❤ Lisbon'],
  ['a joiner', 'می\u200cخواهم', 'میخواهم'],
  ['a direction override', 'Ferry \u202eyrref\u202c', 'Ferry yrref'],
  ['a raw NUL', 'Har\u0000bour', 'Harbour'],
  ['a Hangul filler', 'Port\u3164', 'Port'],
  ['half an emoji', 'Fire \ud83d', 'Fire'],
  ['an object that was left behind', 'Fire\ufffc in the port', 'Fire in the port'],
])('a reader does not see %s', (_, text, seen) => expect(visibleText(text)).toBe(seen))

test.each([
  ['a no-break space', 'Tarif à 10\u00a0000 €', 'Tarif à 10 000 €'],
  ['two spaces', 'Two  spaces', 'Two spaces'],
  ['a space and a zero-width space', 'Two \u200b spaces', 'Two spaces'],
  ['an ideographic space', '港\u3000火災', '港 火災'],
  [
    'a tab and line ends',
    '\tLine one\r\nLine two\u000bLine three\u2028Line four ',
    'Line one Line two Line three Line four',
  ],
])('%s is one space', (_, text, seen) => expect(visibleText(text)).toBe(seen))

test('letters written in two ways are seen as one', () => {
  expect(visibleText('Cafe\u0301')).toBe(visibleText('Café'))
  expect(visibleText('e\u00ad\u0301')).toBe('é')
})

test.each([
  ['nothing', ''],
  ['spaces', ' \t\u00a0\u3000'],
  ['a soft hyphen', '\u00ad'],
  ['zero-width characters', '\u200b\u200c\u200d\u2060\ufeff'],
  ['a selector', '\ufe0f'],
  ['direction marks', '\u200e\u200f\u202e'],
  ['fillers', '\u3164\uffa0\u115f\u1160\u{16fe4}'],
  ['braille without dots', '\u2800'],
  ['control characters', '\u0000\u0007\u001f\u0085\u009f'],
  ['tags', '\u{e0041}\u{e0042}'],
  ['marks without a letter', '\u0301\u20dd'],
  ['what is no character', '\ud83d\uffff\u{1fffe}\ufffc'],
])('%s is blank', (_, text) => expect(isBlank(text)).toBe(true))

test.each(['0', '.', '❤', '👩‍👧', 'ि'.padStart(2, 'क'), '\u2801', '\ue000', '—'])('“%s” is not blank', (text) =>
  expect(isBlank(text)).toBe(false),
)
