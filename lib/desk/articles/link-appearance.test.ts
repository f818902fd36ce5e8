import { expect, it } from 'vitest'
import { crawledPage } from '@/lib/crawler-check/crawled-page'
import { searchResult, socialCard } from '@/lib/desk/articles/link-appearance'
import { VALID_ARTICLE } from '@/lib/testing/valid-pages'

const page = crawledPage(VALID_ARTICLE)

it('a search result shows the title, the address in words and the description', () => {
  expect(searchResult(page)).toEqual({
    title: 'Trams run to the harbour again – The Broadsheet',
    address: 'paper.example › city › trams-run-4',
    description: 'The first one left at a quarter past five.',
  })
})

it('an address in another script is shown in that script', () => {
  const html = VALID_ARTICLE.html.replaceAll('/city/trams-run-4', `/city/${encodeURIComponent('ट्राम')}-4`)
  expect(searchResult(crawledPage({ ...VALID_ARTICLE, html })).address).toBe('paper.example › city › ट्राम-4')
})

it('a card shows the picture of the story, from this site', () => {
  expect(socialCard(page)).toMatchObject({
    site: 'The Broadsheet',
    title: 'Trams run to the harbour again',
    picture: { path: '/media/tram-social-600x400.jpeg', alt: 'A tram at dawn' },
  })
})

it('a card that the site is still to draw has no picture yet', () => {
  const html = VALID_ARTICLE.html.replaceAll('/media/tram-social-600x400.jpeg', '/cards/4-abc.png')
  expect(socialCard(crawledPage({ ...VALID_ARTICLE, html })).picture).toBeNull()
})
