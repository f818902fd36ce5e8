import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '@/lib/testing/arbitrary-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { cleaningsIn, cleanLine, cleanLines, cleanSpans } from '@/lib/text/clean-text'
import { isBlank, visibleText } from '@/lib/text/visible-text'

test.each([
  ['soft hyphens', 'Bundes\u00adtags\u00adwahl', 'Bundestagswahl'],
  ['zero-width spaces and joiners in Latin', 'Har\u200bbour \u200dfire\u200c', 'Harbour fire'],
  ['a byte order mark and a word joiner', '\ufeffHarbour\u2060fire', 'Harbourfire'],
  ['a selector after a letter', 'Lisbon\ufe0f', 'Lisbon'],
  ['direction overrides and embeddings', '\u202dFerry \u202eyrref\u202c', 'Ferry yrref'],
  ['direction marks among Latin letters', 'Ferry\u200e stops\u200f', 'Ferry stops'],
  ['raw NUL, bell and delete', 'Har\u0000bour\u0007 fire\u007f', 'Harbour fire'],
  ['halves of pairs and noncharacters', 'Fire \ud83d in the port\uffff', 'Fire  in the port'],
  ['signs of objects and annotations', '\ufffcFire\ufff9 in the\ufffa port\ufffb', 'Fire in the port'],
  ['Hangul fillers', 'Port\u3164\uffa0', 'Port'],
  ['tags that are no flag', 'Port\u{e0041}\u{e0042}', 'Port'],
])('%s go', (_, text, kept) => expect(cleanLine(text)).toBe(kept))

test.each([
  ['Latin ligatures', 'The ﬁre oﬃce', 'The fire office'],
  ['positional Arabic letters', 'ﻣﺪﻳﻨﺔ', 'مدينة'],
  ['the quotes of Windows-1252', 'the \u0093ferry\u0094 didn\u0092t', 'the “ferry” didn’t'],
  ['letters in two parts', 'Cafe\u0301 A\u030angstro\u0308m', 'Café Ångström'],
  ['signs with a letter of their own', '\u212b \u2126', 'Å Ω'],
  [
    'line ends in a line',
    'Line one\r\nLine two\u000bLine three\u2028Line four\u0085Line five',
    'Line one Line two Line three Line four Line five',
  ],
  ['tabs', 'Tides\tat noon', 'Tides at noon'],
])('%s are written as the paper writes them', (_, text, kept) => expect(cleanLine(text)).toBe(kept))

test('line ends stay line ends in a text with lines', () => {
  expect(cleanLines('Line one\r\nLine two\rLine three\u2029Line four\n')).toBe(
    'Line one\nLine two\nLine three\nLine four\n',
  )
})

test.each([
  ['Persian', 'می\u200cخواهم'],
  ['Arabic abbreviations', 'ه\u200d'],
  ['Hindi', 'क्\u200dष और क्\u200cष'],
  ['Sinhala', 'ශ්\u200dරී ලංකා'],
  ['Malayalam', 'അവന്\u200d'],
  ['Thai line ends', 'ตลาด\u200bปลา'],
  ['Khmer line ends', 'ផ្សារ\u200bត្រី'],
  ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u180e\u1820 \u1820\u180b'],
  ['a Japanese name', '葛\u{e0100}飾区'],
  [
    'families, professions and flags of emoji',
    '👩\u200d👩\u200d👧 👩🏽\u200d💻 🏳\ufe0f\u200d🌈 ❤\ufe0f 1\ufe0f\u20e3 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} ☎\ufe0e',
  ],
  ['direction marks in Hebrew', 'המעבורת C++\u200e עצרה'],
  ['isolates in Arabic', 'العبارة \u2066MV Tejo\u2069 توقفت'],
  ['a Hebrew vowel order', 'יְר\u05b7\u034f\u05b4'],
  ['French spaces', 'Tarif à 10\u00a0000\u202f€\u3000'],
  ['whole Arabic words', 'قال ﷺ'],
  ['fractions, raised digits, full width', '½ H₂O 10⁶ Ｔｏｋｙｏ 𝗕'],
])('spelling stays: %s', (_, text) => {
  expect(cleanLine(text)).toBe(text)
  expect(cleaningsIn(text)).toEqual(new Map())
})

test('an isolate that is not closed goes, as does what closes none', () => {
  expect(cleanLine('العبارة \u2067توقفت')).toBe('العبارة توقفت')
  expect(cleanLine('العبارة\u2069 توقفت')).toBe('العبارة توقفت')
})

test('what was taken out is counted by its kind, and what looks the same is not', () => {
  expect(cleaningsIn('Bundes\u00adtags\u00adwahl\u0000 oﬃce\u202e\u200b \ud83d')).toEqual(
    new Map([
      ['soft-hyphen', 2],
      ['control', 1],
      ['ligature', 1],
      ['direction', 1],
      ['unseen', 1],
      ['broken', 1],
    ]),
  )
  expect(cleaningsIn('Cafe\u0301\r\nat noon')).toEqual(new Map())
})

test('letters, marks and joiners are cleaned across spans', () => {
  const bold = { marks: ['bold'] }
  expect(cleanSpans([{ text: 'Caf' }, { text: 'e', ...bold }, { text: '\u0301 at noon' }])).toEqual([
    { text: 'Caf' },
    { text: 'é', ...bold },
    { text: ' at noon' },
  ])
  expect(cleanSpans([{ text: 'می' }, { text: '\u200c', ...bold }, { text: 'خواهم' }])).toHaveLength(3)
  expect(cleanSpans([{ text: 'Port' }, { text: '\u200c\u00ad', ...bold }, { text: '\u0301' }])).toEqual([
    { text: 'Port' },
    { text: '\u0301' },
  ])
  expect(cleanSpans([{ text: 'Fire \ud83d' }, { text: '\udd25', ...bold }])).toEqual([{ text: 'Fire 🔥' }])
})

test('clean spans are the same array', () => {
  const spans = [{ text: 'Harbour ' }, { text: 'fire', marks: ['bold'] }]
  expect(cleanSpans(spans)).toBe(spans)
})

/** What no text of the paper holds, whatever came in. */
const NEVER =
  /[\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u202A-\u202E\u206A-\u206F\uFEFF\u2028\u2029\u{FFF9}-\u{FFFC}]|(?!\n)\p{Cc}/u

test('any text is clean after one cleaning, in NFC, without what no text may hold, and looks as before', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const clean of [cleanLine, cleanLines]) {
        const kept = clean(text)
        expect(clean(kept)).toBe(kept)
        expect(kept.normalize('NFC')).toBe(kept)
        expect(kept).not.toMatch(NEVER)
      }
      expect(cleanLine(text)).not.toContain('\n')
      // A reader sees the same letters, but for ligatures and misread quotes, which the looser form settles.
      const seen = (words: string) => visibleText(words).normalize('NFKC')
      if (isBlank(text) || /[\u0080-\u009f]/.test(text)) return
      expect(seen(cleanLine(text))).toBe(seen(text))
      expect(isBlank(cleanLine(text))).toBe(isBlank(text))
    }),
    { numRuns: propertyRuns() },
  )
})

test('any spans are cleaned as their joined text is, and none is empty', () => {
  fc.assert(
    fc.property(fc.array(anyText().filter(Boolean), { maxLength: 5 }), (texts) => {
      const spans = cleanSpans(texts.map((text) => ({ text })))
      const joined = spans.map(({ text }) => text).join('')
      expect(isBlank(joined) ? '' : joined).toBe(cleanLine(texts.join('')))
      expect(spans.every(({ text }) => text !== '')).toBe(true)
      expect(cleanSpans(spans)).toBe(spans)
    }),
    { numRuns: propertyRuns() },
  )
})
