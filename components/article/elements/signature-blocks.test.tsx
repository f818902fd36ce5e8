import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { AlsoRead } from '@/components/article/elements/also-read'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'
import { RelatedNews } from '@/components/article/elements/related-news'
import type { LinkTarget, Picture } from '@/lib/article/article'

const drawing: Picture = {
  id: 7,
  alt: 'A ferry off the pier',
  caption: '',
  credit: '',
  rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
  focus: { x: 0.5, y: 0.5 },
  original: '7.jpg',
  widthPx: 1200,
  heightPx: 800,
  files: [{ format: 'jpeg', widthPx: 480, path: '/media/7/480.jpg' }],
}
const ferry: LinkTarget = {
  id: 2,
  headline: 'The last ferry',
  path: '/city/the-last-ferry-2',
  language: 'en',
  picture: drawing,
}
const library: LinkTarget = {
  id: 3,
  headline: 'أمينة الفهرس',
  path: '/culture/%D8%A3-3',
  language: 'ar',
  picture: null,
}

const words = (markup: string) => markup.replace(/<[^>]*>/g, '').trim()

describe('also read', () => {
  it('is its label and the headline, and nothing else', () => {
    expect(words(renderToStaticMarkup(<AlsoRead target={ferry} />))).toBe('Also read: The last ferry')
  })

  it('is one plain link that works with scripts off', () => {
    const markup = renderToStaticMarkup(<AlsoRead target={ferry} />)
    expect(markup).toContain('href="/city/the-last-ferry-2"')
    expect(markup.match(/<a /g)).toHaveLength(1)
  })

  it('prints no date', () => {
    expect(renderToStaticMarkup(<AlsoRead target={ferry} />)).not.toContain('<time')
  })

  it('says in which language and direction a foreign headline is', () => {
    expect(renderToStaticMarkup(<AlsoRead target={library} />)).toContain('lang="ar" dir="rtl"')
  })

  it('says that a link elsewhere leaves the site', () => {
    const markup = renderToStaticMarkup(<AlsoReadElsewhere url="https://example.org/" label="How a bridge works" />)
    expect(markup).toContain('rel="external noopener"')
    expect(words(markup)).toContain('(another site)')
  })
})

describe('related news', () => {
  it('is a label with a bar after it and a list of headlines', () => {
    const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry, library]} illustrated={false} />)
    expect(words(markup)).toBe('Related News |The last ferryأمينة الفهرس')
    expect(markup.match(/<li>/g)).toHaveLength(2)
  })

  it('of one item that is left still stands', () => {
    const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry]} illustrated={false} />)
    expect(markup).toContain('The last ferry')
  })

  it('has no pictures when one story is without', () => {
    const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry, library]} illustrated={false} />)
    expect(markup).not.toContain('<img')
  })

  it('has a silent picture beside each headline when every story has one', () => {
    const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry]} illustrated />)
    expect(markup).toContain('alt=""')
  })

  it('prints no date', () => {
    const markup = renderToStaticMarkup(<RelatedNews id="e5" targets={[ferry, library]} illustrated={false} />)
    expect(markup).not.toContain('<time')
  })

  it('without a story renders nothing', () => {
    expect(renderToStaticMarkup(<RelatedNews id="e5" targets={[]} illustrated={false} />)).toBe('')
  })
})
