import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Article } from '@/components/article/article'
import type { Article as PublicArticle, Teaser } from '@/lib/article/article'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'
import { DEFAULT_DISTRIBUTION, type SiteSettings } from '@/lib/paper/site-settings'

const settings: SiteSettings = {
  name: 'The Broadsheet',
  tagline: '',
  language: 'en',
  timeZone: 'Europe/Lisbon',
  organisation: { legalName: 'Readers’ Trust', email: 'desk@example.org', address: '', foundedYear: null },
  distribution: DEFAULT_DISTRIBUTION,
}
const city = { id: 1, slug: 'city', name: 'City', description: '', parentId: null }
const trams: PublicArticle = {
  id: 4,
  headline: 'Trams run to the harbour again',
  kicker: 'Line 4',
  standfirst: 'The first one left at 5.12.',
  body: [],
  kind: 'news',
  language: 'en',
  dateline: 'Harbour Pier',
  slug: 'trams-run',
  path: '/city/trams-run-4',
  sections: [city],
  topics: [],
  bylines: [
    { name: 'Mirela Osei', authorSlug: 'mirela-osei' },
    { name: 'A guest', authorSlug: null },
  ],
  leadPicture: null,
  corrections: [{ id: 1, note: 'The fare is 2 crowns.', correctedAt: new Date('2026-11-23T12:00:00Z') }],
  publishedAt: new Date('2026-11-23T05:30:00Z'),
  updatedAt: null,
  seoTitle: null,
  seoDescription: null,
  isUnlisted: false,
  translations: [],
  isOriginal: true,
}
const ferry: Teaser = {
  id: 5,
  headline: 'The last ferry',
  path: '/city/the-last-ferry-5',
  language: 'en',
  picture: null,
  kicker: '',
  standfirst: '',
  kind: 'news',
  section: city,
  bylines: [],
  publishedAt: new Date('2024-03-01T09:00:00Z'),
}

const page = (article: PublicArticle, more: Teaser[] = [], soFar: StorySoFar | null = null) =>
  renderToStaticMarkup(
    <Article
      article={article}
      more={more}
      soFar={soFar}
      settings={settings}
      body={[
        { type: 'paragraph', id: 'e1', text: [{ text: 'It was early.', marks: [], href: null, external: false }] },
        { type: 'heading', id: 'e2', level: 2, text: [{ text: 'Late', marks: [], href: null, external: false }] },
      ]}
    />,
  )

it('the heading of an article is its headline and nothing else', () => {
  expect(page(trams)).toMatch(/<h1[^>]*>Trams run to the harbour again<\/h1>/)
})

it('a story leads to its timeline, and says nothing of one without', () => {
  const soFar = { id: 1, slug: 'harbour-strike', name: 'Harbour strike', path: '/timelines/harbour-strike', stories: 5 }
  expect(page(trams, [], soFar)).toContain(
    '<a href="/timelines/harbour-strike">Harbour strike</a> <span>(5 stories)</span>',
  )
  expect(page(trams)).not.toContain('Story so far')
})

it('an article shows no date of another story', () => {
  const markup = page(trams, [ferry])
  expect(markup).toContain('The last ferry')
  expect(markup).not.toContain('2024')
})

it('an article without an update shows one time above its text', () => {
  expect(page({ ...trams, corrections: [] }).match(/<time/g)).toHaveLength(1)
})

it('a corrected article leads to its note [anchors]', () => {
  const markup = page(trams)
  expect(markup).toContain('href="#corrections"')
  expect(markup).toContain('id="corrections"')
})

it('a byline leads to the author who has a page, and only there', () => {
  const markup = page(trams)
  expect(markup).toContain('href="/authors/mirela-osei"')
  expect(markup).toMatch(/<\/a> and A guest/)
})

it('a story in two languages leads to the other, called as its readers call it', () => {
  const hindi = { id: 9, headline: 'ट्राम', path: '/city/tram-9', language: 'hi', isOriginal: false, isUnlisted: false }
  expect(page({ ...trams, translations: [hindi] })).toMatch(
    /Also in <a href="\/city\/tram-9" hrefLang="hi" lang="hi" dir="ltr">हिन्दी<\/a>/,
  )
  expect(page({ ...trams, language: 'ar', translations: [hindi] })).toContain('<span lang="en" dir="ltr">Also in')
  expect(page(trams)).not.toContain('Also in')
})

it('an update that stands before the publication is not shown', () => {
  expect(page({ ...trams, corrections: [], updatedAt: new Date('2026-11-22T05:30:00Z') })).not.toContain('Updated')
})

it('a story that is no plain report says so above its headline, once [kind-label]', () => {
  expect(page({ ...trams, kind: 'opinion' })).toMatch(/<span[^>]*data-kind="opinion"[^>]*>Opinion<\/span> Line 4/)
  expect(page({ ...trams, kind: 'review', kicker: 'Review' }).match(/Review/g)).toHaveLength(1)
  expect(page({ ...trams, kind: 'analysis', kicker: '' })).toMatch(/data-kind="analysis"/)
  expect(page({ ...trams, kind: 'feature' })).not.toContain('data-kind')
})

it('the dateline stands before the first paragraph', () => {
  expect(page(trams).replace(/<[^>]*>/g, '')).toContain('Harbour Pier — It was early.')
})

it('a heading in the text can be linked to [anchors]', () => {
  expect(page(trams)).toMatch(/<h2[^>]*id="e2"/)
})

it('a right-to-left story says so', () => {
  expect(page({ ...trams, language: 'ar' })).toMatch(/<article[^>]*lang="ar" dir="rtl"/)
})
