import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { RelatedNews } from '@/components/article/elements/related-news'
import { BRIDGE } from '@/lib/testing/article-fixtures'

const ferry = { id: 2, headline: 'The last ferry', path: '/city/the-last-ferry-2', language: 'en', picture: BRIDGE }
const library = { id: 3, headline: 'أمينة الفهرس', path: '/culture/%D8%A3-3', language: 'ar', picture: null }

it('related news is a label with a bar after it and a list of headlines', () => {
  const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry, library]} illustrated={false} />)
  expect(markup.replace(/<[^>]*>/g, '')).toBe('Related News |The last ferryأمينة الفهرس')
  expect(markup.match(/<li>/g)).toHaveLength(2)
})

it('related news of one item that is left still stands', () => {
  const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry]} illustrated={false} />)
  expect(markup).toContain('The last ferry')
})

it('related news shows no pictures unless illustrated', () => {
  const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry]} illustrated={false} />)
  expect(markup).not.toContain('<img')
})

it('illustrated related news has a silent picture beside each headline', () => {
  const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry, ferry]} illustrated />)
  expect(markup.match(/<img [^>]*alt=""/g)).toHaveLength(2)
})

it('related news without a story renders nothing', () => {
  expect(renderToStaticMarkup(<RelatedNews id="e5" targets={[]} illustrated={false} />)).toBe('')
})
