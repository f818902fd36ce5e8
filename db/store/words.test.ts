import { getTableColumns, getTableName, is, sql } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storedArticle } from '@/db/editing/stored-article'
import { topicBySlug } from '@/db/paper/topics'
import { articlePage } from '@/db/reading/articles'
import * as accountSchema from '@/db/store/account-schema'
import * as deskSchema from '@/db/store/desk-schema'
import * as frontSchema from '@/db/store/front-schema'
import { inTransaction, openMemoryStore } from '@/db/store/open'
import * as pagesSchema from '@/db/store/pages-schema'
import * as pictureSchema from '@/db/store/picture-schema'
import * as planSchema from '@/db/store/plan-schema'
import * as schema from '@/db/store/schema'
import { wordsFromJson } from '@/db/store/words'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import type { Body } from '@/lib/article/body'
import { anyText } from '@/lib/testing/arbitrary-text'
import { propertyRuns } from '@/lib/testing/property-runs'
import { cleanValue } from '@/lib/text/clean-value'

/** Text that no reader sees as words: names that programs give, addresses, secrets, JSON of other machines. */
const NO_WORDS = [
  ...[
    'settings.distribution',
    'settings.marks',
    'settings.open_slots',
    'settings.found_timelines',
    'settings.back_links',
    'sections.slug',
    'topics.slug',
    'authors.slug',
    'authors.user_id',
    'merged_names.kind',
  ],
  ...['media.licence_url', 'media.acquire_url', 'media.original', 'media.files'],
  ...['media.taken_on', 'media.rights_category', 'media.added_by_id', 'media.search_words'],
  ...['articles.state', 'articles.kind', 'articles.slug', 'articles.owner_id'],
  ...['links.place', 'links.element_id', 'revisions.saved_by_id', 'revisions.reason', 'revisions.save_key'],
  ...['redirects.from_path', 'redirects.to_path', 'staleness.tag'],
  ...['demo_items.kind', 'demo_items.item_id', 'demo_items.fingerprint'],
]

test('every column of words is cleaned on its way in and out, and no other column is text', () => {
  const words = ['name', 'headline', 'body', 'snapshot', 'note', 'words', 'alt', 'manuscript']
  const plain = Object.values({
    ...schema,
    ...deskSchema,
    ...frontSchema,
    ...pagesSchema,
    ...pictureSchema,
    ...planSchema,
    ...accountSchema,
  })
    .filter((table) => is(table, SQLiteTable))
    .flatMap((table) =>
      Object.entries(getTableColumns(table))
        .filter(([, column]) => /^SQLiteText/.test(column.columnType))
        .map(([name]) => `${getTableName(table)}.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`),
    )
  expect(plain.filter((column) => words.includes(column.split('.')[1] ?? ''))).toEqual([])
  const ofPaper: string[] = Object.values(schema)
    .filter((table) => is(table, SQLiteTable))
    .map((table) => getTableName(table))
  expect(plain.filter((column) => ofPaper.includes(column.split('.')[0] ?? '')).sort()).toEqual([...NO_WORDS].sort())
})

test('what an earlier version of Broadsheet stored as it came is clean for everybody who reads it', async () => {
  const db = await aPaper(openMemoryStore())
  const id = await aStory(db, { headline: 'Fire', by: ['Nadia Reyes', 'x'], topics: [1], corrections: [] })
  const body: Body = [
    {
      type: 'paragraph',
      id: 'e1',
      text: [{ text: 'Line one\u000bLine two \u0000Bundes\u00ad' }, { text: '\u200btags', marks: ['bold'] }],
    },
    { type: 'image', id: 'e2', media: 1, caption: 'The ﬁre\u202e', credit: '\u200b' },
  ]
  await inTransaction(db, async (tx) => {
    await tx.run(sql`update articles set headline = ${'Cafe\u0301\u0000 ﬁre'}, standfirst = ${'\u2800'},
      dateline = ${' \u200b'}, body = ${JSON.stringify(body)}`)
    await tx.run(sql`update bylines set name = ${'\u200b'} where position = 1`)
    await tx.run(sql`update topics set name = ${'\u3164'} where id = 1`)
  })
  const { value: page } = await articlePage(db, { id, now: NOW })
  const article = page?.visibility === 'public' ? page.article : null
  expect(article).toMatchObject({
    headline: 'Café fire',
    standfirst: '',
    dateline: '',
    bylines: [{ name: 'Nadia Reyes' }],
    topics: [{ name: 'Without a name' }],
    body: [
      { text: [{ text: 'Line one Line two Bundes' }, { text: 'tags', marks: ['bold'] }] },
      { caption: 'The fire', credit: '' },
    ],
  })
  expect((await storedArticle(db, id, NOW)).manuscript.bylines).toEqual([{ authorId: null, name: 'Nadia Reyes' }])
  expect((await topicBySlug(db, 'harbour')).value?.name).toBe('Without a name')
})

test('an address that readers know stays as it was made, one that waits for them is made anew', async () => {
  const db = await aPaper(openMemoryStore())
  const slug = 'i-\ufe0f-lisbon'
  const known = await aStory(db, { headline: 'I love Lisbon', slug })
  const waiting = await aStory(db, { headline: 'I love Lisbon', slug, state: 'draft', publishedAt: null })
  expect((await storedArticle(db, known, NOW)).manuscript.slug).toBe(slug)
  expect((await storedArticle(db, waiting, NOW)).manuscript.slug).toBe('i-lisbon')
})

test.each([
  ['a mark', ['a', '\u0307!'], ['\u0227', '!']],
  ['a vowel of Hangul', ['\u1100', '\u1161!'], ['\uac00', '!']],
])('a letter whose second part, %s, begins the next span is one letter', (_, stored, read) => {
  const spans = (texts: string[]) => ({ text: texts.map((text) => ({ text })) })
  expect(wordsFromJson(JSON.stringify(spans(stored)))).toEqual(spans(read))
})

test('words of any kind come out of JSON as they would be stored, and stay the same from then on', () => {
  const value = fc.record({
    headline: anyText(),
    bylines: fc.array(fc.record({ name: anyText() }), { maxLength: 2 }),
    text: fc.array(fc.record({ text: anyText().filter(Boolean) }), { maxLength: 3 }),
    link: fc.record({ href: anyText() }),
  })
  fc.assert(
    fc.property(value, (words) => {
      const read = wordsFromJson(JSON.stringify(words))
      expect(read).toEqual(cleanValue(words))
      expect(wordsFromJson(JSON.stringify(read))).toEqual(read)
      expect(cleanValue(read)).toBe(read)
    }),
    { numRuns: propertyRuns() },
  )
})
