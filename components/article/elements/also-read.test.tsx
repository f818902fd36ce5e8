import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { AlsoRead } from '@/components/article/elements/also-read'

const ferry = { id: 2, headline: 'The last ferry', path: '/city/the-last-ferry-2', language: 'en', picture: null }

it('also read is its label and the headline, and nothing else', () => {
  expect(renderToStaticMarkup(<AlsoRead target={ferry} />).replace(/<[^>]*>/g, '')).toBe('Also read: The last ferry')
})

it('also read is one plain link that works with scripts off', () => {
  const markup = renderToStaticMarkup(<AlsoRead target={ferry} />)
  expect(markup).toContain('href="/city/the-last-ferry-2"')
  expect(markup.match(/<a /g)).toHaveLength(1)
})

it('also read says in which language and direction a foreign headline is', () => {
  const library = { ...ferry, headline: 'أمينة الفهرس', language: 'ar' }
  expect(renderToStaticMarkup(<AlsoRead target={library} />)).toContain('lang="ar" dir="rtl"')
})
