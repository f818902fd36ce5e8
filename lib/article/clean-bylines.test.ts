import { expect, test } from 'vitest'
import { emptyManuscript, manuscriptSchema } from '@/lib/article/manuscript'
import { missingFields } from '@/lib/article/readiness'

const guest = (name: string) => ({ authorId: null, name })

test('bylines are clean names; of nobody whom a reader sees there is none, and nobody stands there twice', () => {
  const bylines = [
    guest(' Nadia\u200b Reyes '),
    guest('\u200b'),
    guest(' '),
    guest('NADIA REYES'),
    { authorId: 2, name: null },
    { authorId: 2, name: null },
  ]
  const { bylines: kept } = manuscriptSchema.parse({ ...emptyManuscript('en'), bylines })
  expect(kept).toEqual([guest('Nadia Reyes'), { authorId: 2, name: null }])
})

test.each(['\u200b', '\u2800', ' \u00a0', '\u202e', '\u3164', '\u0000'])(
  'a story whose headline and byline are “%s” has neither',
  (nothing) => {
    const manuscript = { ...emptyManuscript('en'), headline: nothing, bylines: [guest(nothing)] }
    expect(missingFields(manuscript).map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-headline', 'no-byline']),
    )
  },
)

test('a manuscript is clean in every field once it is read', () => {
  const typed = {
    ...emptyManuscript('de'),
    headline: 'Bundes\u00adtags\u00adwahl\u0000',
    kicker: '\u202eWahl',
    standfirst: 'Zeile eins\u2028Zeile zwei',
    dateline: '\u200b',
    seoTitle: ' \u2800',
    body: [
      { type: 'paragraph', id: 'e1', text: [{ text: 'Line one\u000bLine two' }, { text: '\u00ad', marks: ['bold'] }] },
      { type: 'quote', id: 'e2', text: [{ text: 'ﬁre' }], attribution: '\u3164' },
      {
        type: 'paragraph',
        id: 'e3',
        text: [{ text: 'noon', link: { to: 'web', href: '\u200bhttps://tides.example/\u200b' } }],
      },
    ],
  }
  expect(manuscriptSchema.parse(typed)).toMatchObject({
    headline: 'Bundestagswahl',
    kicker: 'Wahl',
    standfirst: 'Zeile eins Zeile zwei',
    dateline: '',
    seoTitle: '',
    body: [
      { text: [{ text: 'Line one Line two' }] },
      { text: [{ text: 'fire' }], attribution: '' },
      { text: [{ link: { href: 'https://tides.example/' } }] },
    ],
  })
})
