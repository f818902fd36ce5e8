import { describe, expect, it } from 'vitest'
import { ARTICLE_KINDS, type Article } from '@/lib/article/article'
import { articleJsonLd } from '@/lib/json-ld/article'
import { BRIDGE, PUBLICATION, SO_FAR, TRAMS } from '@/lib/testing/article-fixtures'

// Through JSON, as clients get it.
const markup = (change: Partial<Article> = {}) =>
  JSON.parse(JSON.stringify(articleJsonLd(PUBLICATION, { ...TRAMS, ...change })))

describe('a story in structured data', () => {
  it('has the type of its kind [article-types]', () => {
    expect(ARTICLE_KINDS.map((kind) => [kind, markup({ kind })['@type']])).toEqual([
      ['news', 'NewsArticle'],
      ['analysis', 'AnalysisNewsArticle'],
      ['opinion', 'OpinionNewsArticle'],
      ['feature', 'ReportageNewsArticle'],
      ['interview', 'ReportageNewsArticle'],
      ['review', 'ReviewNewsArticle'],
      ['explainer', 'BackgroundNewsArticle'],
      ['live', 'LiveBlogPosting'],
    ])
  })

  it('has every author as a separate object, with a page where there is one', () => {
    expect(markup().author).toEqual([
      {
        '@type': 'Person',
        '@id': 'https://observer.example/authors/mirela-osei#person',
        name: 'Mirela Osei',
        url: 'https://observer.example/authors/mirela-osei',
      },
      { '@type': 'Person', name: 'Wanda Pirrie' },
    ])
  })

  it('is part of the site, and of the timeline that it leads to', () => {
    const site = { '@id': 'https://observer.example/#website' }
    expect(markup().isPartOf).toEqual(site)
    const url = 'https://observer.example/timelines/trams-to-the-harbour'
    expect(articleJsonLd(PUBLICATION, TRAMS, SO_FAR)).toMatchObject({
      isPartOf: [site, { '@type': 'CollectionPage', '@id': url, url, name: 'Trams to the harbour' }],
    })
  })

  it('without a byline has the paper as its author', () => {
    expect(markup({ bylines: [] }).author).toEqual([expect.objectContaining({ name: 'The Linnet Observer' })])
  })

  it('has both instants with the UTC offset that was in force at each', () => {
    expect(markup()).toMatchObject({
      datePublished: '2026-07-23T06:30:00+01:00',
      dateModified: '2026-11-23T12:00:00+00:00',
    })
  })

  it('that was never updated has its publication as last change', () => {
    for (const updatedAt of [null, new Date('2026-07-23T05:00:00Z')]) {
      const { datePublished, dateModified } = markup({ updatedAt })
      expect(dateModified).toBe(datePublished)
    }
  })

  it('has its address, section, topics and length, and that it is free', () => {
    expect(markup()).toMatchObject({
      url: 'https://observer.example/transport/trams-run-4',
      mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://observer.example/transport/trams-run-4' },
      isPartOf: { '@id': 'https://observer.example/#website' },
      publisher: { '@id': 'https://observer.example/#organization' },
      articleSection: 'Transport',
      keywords: ['Harbour'],
      inLanguage: 'en',
      wordCount: 7,
      isAccessibleForFree: true,
      dateline: 'Harbour Pier',
    })
  })

  it('has its picture in three shapes, at least 1,200 pixels wide', () => {
    const shapes = markup().image.map(({ width, height }: { width: number; height: number }) => [width, height])
    expect(shapes).toEqual([
      [1200, 675],
      [1200, 900],
      [1200, 1200],
    ])
  })

  it('has its card when it has no picture, and beside a picture that is too small', () => {
    expect(markup({ leadPicture: null }).image).toEqual([expect.objectContaining({ width: 1200, height: 630 })])
    const small = markup({ leadPicture: { ...BRIDGE, widthPx: 640, heightPx: 480 } }).image
    expect(small).toHaveLength(4)
    expect(small.at(-1).url).toMatch(/^https:\/\/observer\.example\/cards\/4-/)
    expect(markup({ leadPicture: { ...BRIDGE, widthPx: 160, heightPx: 120 } }).image).toHaveLength(1)
  })

  it('has its corrections with their addresses', () => {
    const corrections = [{ id: 1, note: 'The fare is 2 crowns.', correctedAt: new Date('2026-11-23T12:00:00Z') }]
    expect(markup({ corrections }).correction).toEqual([
      {
        '@type': 'CorrectionComment',
        text: 'The fare is 2 crowns.',
        datePublished: '2026-11-23T12:00:00+00:00',
        url: 'https://observer.example/transport/trams-run-4#corrections',
      },
    ])
  })

  it('names its translations; a translation names only its original', () => {
    const hindi = {
      id: 9,
      headline: 'ट्राम',
      path: '/transport/%E0%A4%9F-9',
      language: 'hi',
      isOriginal: false,
      isUnlisted: false,
    }
    const english = {
      id: 4,
      headline: 'Trams',
      path: '/transport/trams-4',
      language: 'en',
      isOriginal: true,
      isUnlisted: false,
    }
    expect(markup({ translations: [hindi] })).toMatchObject({
      workTranslation: [{ url: 'https://observer.example/transport/%E0%A4%9F-9', name: 'ट्राम', inLanguage: 'hi' }],
    })
    const translation = markup({ isOriginal: false, translations: [english, hindi] })
    expect(translation.translationOfWork).toMatchObject({
      '@id': 'https://observer.example/transport/trams-4#article',
      inLanguage: 'en',
    })
    expect(translation).not.toHaveProperty('workTranslation')
    expect(markup({ isOriginal: false, translations: [hindi] })).not.toHaveProperty('translationOfWork')
  })

  it('is described by its description for search engines, otherwise by its standfirst', () => {
    expect(markup({ seoDescription: 'For engines.' }).description).toBe('For engines.')
    expect(markup().description).toBe('The first one left at 5.12.')
  })
})

it('a review names the work that it is about, and no other kind does', () => {
  const body: Article['body'] = [
    { type: 'paragraph', id: 'e1', text: [{ text: 'Karvonen’s ' }, { text: 'The Relief', marks: ['italic'] }] },
  ]
  const itemReviewed = { '@type': 'CreativeWork', name: 'The Relief' }
  expect(articleJsonLd(PUBLICATION, { ...TRAMS, kind: 'review', body })).toMatchObject({ itemReviewed })
  expect(articleJsonLd(PUBLICATION, { ...TRAMS, kind: 'opinion', body })).not.toHaveProperty('itemReviewed')
})
