import { expect, test } from 'vitest'
import { articleDates } from '@/lib/article/article-dates'

const publishedAt = new Date('2026-11-23T05:30:00Z')
const later = new Date('2026-11-23T09:00:00Z')

test('a story that was never updated has the date of its publication', () => {
  expect(articleDates({ publishedAt, updatedAt: null })).toEqual({
    published: publishedAt,
    updated: null,
    modified: publishedAt,
  })
})

test('an update changes the modified date and leaves the publication alone', () => {
  expect(articleDates({ publishedAt, updatedAt: later })).toEqual({
    published: publishedAt,
    updated: later,
    modified: later,
  })
})

test.each([new Date('2026-11-23T05:29:59Z'), publishedAt])(
  'an update at or before the publication does not count: %s',
  (updatedAt) => {
    expect(articleDates({ publishedAt, updatedAt })).toEqual({
      published: publishedAt,
      updated: null,
      modified: publishedAt,
    })
  },
)
