import { expect, test } from 'vitest'
import { articleJsonLd } from '@/lib/json-ld/article'
import { PUBLICATION, TRAMS } from '@/lib/testing/article-fixtures'

const AT = Date.UTC(2026, 10, 23, 13, 2)
const live = {
  ...TRAMS,
  kind: 'live' as const,
  publishedAt: new Date(AT),
  updatedAt: new Date(AT + 600_000),
  body: [
    { type: 'heading' as const, id: 'e1', level: 2 as const, at: AT + 120_000, text: [{ text: 'The first tram' }] },
    { type: 'paragraph' as const, id: 'e2', text: [{ text: 'It left at two minutes past one.' }] },
  ],
}

test('a live story contains its entries, and the start and end of its coverage [live-entries]', () => {
  expect(JSON.parse(JSON.stringify(articleJsonLd(PUBLICATION, live)))).toMatchObject({
    '@type': 'LiveBlogPosting',
    coverageStartTime: '2026-11-23T13:02:00+00:00',
    coverageEndTime: '2026-11-23T13:12:00+00:00',
    liveBlogUpdate: [
      {
        '@type': 'BlogPosting',
        headline: 'The first tram',
        datePublished: '2026-11-23T13:04:00+00:00',
        articleBody: 'It left at two minutes past one.',
        url: `https://observer.example${TRAMS.path}#e1`,
      },
    ],
  })
})

test('other stories have no live coverage', () => {
  expect(articleJsonLd(PUBLICATION, { ...live, kind: 'news' })).not.toHaveProperty('liveBlogUpdate')
})
