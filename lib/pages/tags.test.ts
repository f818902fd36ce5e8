import { expect, test } from 'vitest'
import { asOfTag, changesAtTag, readPageTags, tags } from '@/lib/pages/tags'

test('a page changes at the earliest and is as new as the latest of the instants it was tagged with', () => {
  const page = readPageTags([
    tags.article(42),
    changesAtTag(new Date(9000)),
    changesAtTag(new Date(5000)),
    asOfTag(new Date(100)),
    asOfTag(new Date(300)),
    tags.site,
  ])
  expect(page).toEqual({ subjects: ['article:42', 'site'], changesAt: 5000, asOf: 300 })
})

test('a page without dated subjects never changes by time alone', () => {
  expect(readPageTags([tags.site])).toEqual({ subjects: ['site'], changesAt: null, asOf: null })
})

test('a tag is words and at most one number, as caches in front take them, unless it names a path or an instant', () => {
  const { address, archive, standingPage, indexNowKeys, ...others } = tags
  const made = Object.values<string | ((id: number) => string)>(others).map((tag) =>
    typeof tag === 'string' ? tag : tag(42),
  )
  expect(made.filter((tag) => !/^[a-z]+(?::[a-z]+)*(?::\d+)?$/.test(tag))).toEqual([])
  expect(made.length).toBeGreaterThan(20)
})
