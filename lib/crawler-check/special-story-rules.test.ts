import { expect, it } from 'vitest'
import type { Thing } from '@/lib/crawler-check/article-markup'
import { SPECIAL_STORY_RULES } from '@/lib/crawler-check/special-story-rules'
import { findingsOfBreak, inStory, replaceHtml, testRules } from '@/lib/testing/rule-tests'
import { VALID_ADDRESS } from '@/lib/testing/valid-pages'

const LIVE_ENTRY = {
  '@type': 'BlogPosting',
  headline: 'The first tram',
  datePublished: '2026-11-23T06:40:00+01:00',
  articleBody: 'It left.',
  url: `${VALID_ADDRESS}#main`,
}
const asLive = (change: Thing) =>
  inStory({
    '@type': 'LiveBlogPosting',
    coverageStartTime: '2026-11-23T06:30:00+01:00',
    liveBlogUpdate: [LIVE_ENTRY],
    ...change,
  })

testRules(SPECIAL_STORY_RULES, {
  'markup/live-entries': {
    'no start': asLive({ coverageStartTime: '' }),
    'no entry': asLive({ liveBlogUpdate: [] }),
    'an entry without text': asLive({ liveBlogUpdate: [{ ...LIVE_ENTRY, articleBody: '' }] }),
    'an entry without an anchor': asLive({ liveBlogUpdate: [{ ...LIVE_ENTRY, url: `${VALID_ADDRESS}?entry=1` }] }),
  },
  'markup/paywall': {
    'no part named': inStory({ isAccessibleForFree: false }),
    'a part that does not exist': inStory({
      isAccessibleForFree: false,
      hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.locked' },
    }),
  },
  'markup/item-reviewed': {
    'a review of nothing': inStory({ '@type': 'ReviewNewsArticle' }),
    'a review of something without a name': inStory({
      '@type': 'ReviewNewsArticle',
      itemReviewed: { '@type': 'CreativeWork', name: ' ' },
    }),
  },
})

it('a review that names its work has no finding of its rule', () => {
  const review = inStory({
    '@type': 'ReviewNewsArticle',
    itemReviewed: { '@type': 'CreativeWork', name: 'The Relief' },
  })
  expect(findingsOfBreak(review).map(({ rule }) => rule)).not.toContain('markup/item-reviewed')
})

it('a live story with complete entries has no finding', () => {
  expect(findingsOfBreak(asLive({}))).toEqual([])
})

it('a story behind a paywall that names the locked part has no finding of its rule', () => {
  const part = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.locked' }
  const { html } = inStory({ isAccessibleForFree: false, hasPart: part })
  const locked = (page: string) => replaceHtml('<p>Nobody', '<p class="locked">Nobody')(html?.(page) ?? page)
  expect(findingsOfBreak({ html: locked }).map(({ rule }) => rule)).not.toContain('markup/paywall')
})
