import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LearnedOrder } from '@/components/desk/settings/learned-order'
import { hoursAgo, NOW } from '@/db/testing/fixtures'

const words = (last: Parameters<typeof LearnedOrder>[0]['last']) =>
  renderToStaticMarkup(<LearnedOrder last={last} now={NOW} timeZone="Europe/Oslo" />).replace(/<[^>]+>/g, '')

it('says what the site waits for before it has learned', () => {
  expect(words(null)).toMatch(/^Related stories stand in an order that suits most papers\. Once 80 stories link/)
  expect(words(null)).not.toContain('so far')
  expect(words({ examples: 31, learnedAt: hoursAgo(3), isUsed: false })).toMatch(/It has found 31 so far\.$/)
})

it('says from what it learned, when, and whether the order is in use', () => {
  expect(words({ examples: 212, learnedAt: hoursAgo(3), isUsed: true })).toMatch(
    /was learned from 212 stories of this paper and their links, last .+\. The site looks once a day\.$/,
  )
  expect(words({ examples: 212, learnedAt: hoursAgo(3), isUsed: false })).toMatch(
    /suits most papers\. The links of 212 stories of this paper gave no better one, last looked at .+\d/,
  )
})
