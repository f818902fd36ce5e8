import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Article } from '@/components/article/article'
import { Page } from '@/components/page'
import type { Article as PublicArticle, Teaser } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { readerBody } from '@/lib/linking/reader-body'
import { BRIDGE, PUBLICATION, TRAMS } from '@/lib/testing/article-fixtures'
import { EVERY_ELEMENT, REFERENCED } from '@/lib/testing/feed-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'
import { EXTRACTORS, lostOrRepeated, singleSpaced, textsOfStory } from '@/lib/testing/text-extractors'

const { settings } = PUBLICATION
const more: Teaser[] = [1, 2, 3, 4].map((id) => ({
  id,
  headline: `Another story of the city, number ${id}`,
  path: `/city/another-${id}`,
  language: 'en',
  picture: null,
  kicker: '',
  standfirst: '',
  kind: 'news' as const,
  bylines: [],
  publishedAt: TRAMS.publishedAt,
  section: { id: 1, slug: 'city', name: 'City', description: '', parentId: null },
}))

const MENUS = {
  masthead: TRAMS.sections.map(({ name, slug }) => ({ name, href: `/${slug}` })),
  footer: [{ name: 'About the paper', href: '/about' }],
}

const SO_FAR = { id: 1, slug: 'trams', name: 'The trams of the harbour', path: '/timelines/trams', stories: 5 }

/** The page of a story without the head that the framework makes. */
function page(article: PublicArticle): string {
  const body = readerBody(article.body, article.id, REFERENCED)
  const markup = renderToStaticMarkup(
    <Page settings={settings} sections={TRAMS.sections} menus={MENUS}>
      <Article article={article} body={body} more={more} soFar={SO_FAR} settings={settings} />
    </Page>,
  )
  return `<!DOCTYPE html><html lang="en"><head><title>${article.headline}</title></head><body>${markup}</body></html>`
}

const faults = async (article: PublicArticle, extract: (typeof EXTRACTORS)[number][1]) => {
  const texts = textsOfStory(article, readerBody(article.body, article.id, REFERENCED))
  const found = await extract(page(article), `https://observer.example${article.path}`)
  return { found, faults: lostOrRepeated(texts, found.words) }
}

const story: PublicArticle = {
  ...TRAMS,
  standfirst: 'The first tram left the depot at a quarter past five, with a brass band aboard.',
  body: [
    {
      type: 'paragraph',
      id: 'e0',
      text: [
        { text: 'Seventy-one people got off at the pier, and about half of them walked straight to the auction.' },
      ],
    },
    ...EVERY_ELEMENT,
  ],
  leadPicture: { ...BRIDGE, caption: 'An early tram comes up the straight with the sun behind it.' },
  corrections: [
    { id: 1, note: 'An earlier version said that the fare was three crowns.', correctedAt: TRAMS.publishedAt },
  ],
}

describe.each(EXTRACTORS)('%s', (name, extract) => {
  it('finds standfirst, lead picture, every element and the corrections of a story, none of them twice [story-block]', async () => {
    const { found, faults: wrong } = await faults(story, extract)
    expect(wrong).toEqual([])
    expect(found.pictures[0]).toContain('0123456789abcdef')
    expect(found.words.indexOf(story.standfirst)).toBeLessThan(found.words.indexOf('Seventy-one'))
    expect(found.words).toMatch(/Correction ?An earlier version said that the fare was three crowns\./)
  })

  it('finds nothing of the blocks of links, of other stories, of controls and of the page around', async () => {
    const { found } = await faults(story, extract)
    for (const words of [
      'Also read',
      'Related News',
      'Another story',
      'Copy link',
      'Colours',
      'More from',
      'Topics',
      'Search',
    ]) {
      expect(found.words, words).not.toContain(words)
    }
  })

  it('finds the words of a pull quote once, also where they are no other text', async () => {
    const words = 'We stood an hour in the rain and nobody came to tell us why.'
    const quoted = {
      type: 'paragraph' as const,
      id: 'e1',
      text: [{ text: `“${words}” said Ida Voss, who had a book.` }],
    }
    const pulled = { type: 'pull-quote' as const, id: 'e2', text: words }
    const first = story.body.slice(0, 1)
    for (const body of [
      [...first, pulled],
      [...first, quoted, pulled],
    ]) {
      const { found } = await faults({ ...story, body }, extract)
      expect(found.words.split(words)).toHaveLength(2)
    }
  })

  it('finds each entry of a live story, Readability with its time', async () => {
    const text = (words: string) => [{ text: words }]
    const body: Body = [1, 2, 3, 4, 5].flatMap((entry) => [
      {
        type: 'heading',
        id: `h${entry}`,
        level: 2,
        at: Date.UTC(2026, 10, 23, 9 + entry),
        text: text(`Count ${entry}`),
      },
      {
        type: 'paragraph',
        id: `p${entry}`,
        text: text(`${sentence(`Ward ${entry}`, 5)} The bundle was under a table.`),
      },
    ])
    const { found } = await faults({ ...story, kind: 'live', body }, extract)
    for (const entry of [1, 2, 3, 4, 5]) {
      // Defuddle takes a time near the end of a text for that of the page.
      const time = name === 'Readability' ? `${9 + entry}:00 [A-Z]{3} ?` : ''
      expect(found.words).toMatch(new RegExp(`${time}Count ${entry}`))
    }
  })
})

/** Sentences of a newspaper, none like another. */
const sentence = (id: string, length: number) =>
  singleSpaced(
    `${id} reported ${['that the ferry sailed', 'over the harbour bar', 'with the morning tide', 'before the auction had opened', 'while the council was still at table'].slice(0, length).join(' ')}.`,
  )

/** A body of these kinds of elements, with texts of these lengths. */
function bodyOf(parts: [kind: Body[number]['type'], length: number][]): Body {
  return parts.map(([type, length], place): Body[number] => {
    const id = `e${place}`
    const say = (part: string) => sentence(`Writer ${place} ${part}`, length)
    const text = (part: string) => [{ text: say(part) }]
    switch (type) {
      case 'heading':
        return { type, id, level: 2, text: text('above'), ...(length > 3 && { at: Date.UTC(2026, 10, 23, 9) }) }
      case 'list':
        return { type, id, ordered: length > 2, items: [text('first'), text('second'), text('third')] }
      case 'quote':
        return { type, id, text: text('aloud'), attribution: `Ida Voss ${place}` }
      case 'pull-quote':
        return { type, id, text: say('aside'), attribution: `Nell Tranter ${place}` }
      case 'image':
        return { type, id, media: 1, caption: say('below') }
      case 'gallery':
        return {
          type,
          id,
          caption: say('under all'),
          items: [1, 2, 3].map((n) => ({ media: 1, caption: say(`at ${n}`) })),
        }
      case 'table':
        return {
          type,
          id,
          caption: say('over it'),
          header: [text('left'), text('right')],
          rows: [[text('a'), text('b')]],
        }
      case 'fact-box':
        return {
          type,
          id,
          title: say('in a box'),
          elements: [
            { type: 'paragraph', id: `${id}p`, text: text('within') },
            { type: 'list', id: `${id}l`, ordered: false, items: [text('one'), text('two')] },
          ],
        }
      case 'divider':
        return { type, id }
      case 'embed':
        return { type, id, provider: 'vimeo', url: 'https://vimeo.com/1', title: say('moving') }
      case 'also-read':
        return { type, id, target: { kind: 'article', article: 5 } }
      case 'related-news':
        return { type, id, articles: [5, 6] }
      case 'paragraph':
        return {
          type,
          id,
          text: [...text('here'), { text: ' See the rules', link: { to: 'web', href: 'https://a.example/' } }],
        }
    }
  })
}

const anyPart = fc.tuple(
  fc.constantFrom(...new Set(EVERY_ELEMENT.map(({ type }) => type))),
  fc.integer({ min: 1, max: 5 }),
)

it.each(EXTRACTORS)('%s finds every word of any story that has a paragraph', async (_name, extract) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyPart, { maxLength: 10 }), fc.boolean(), async (parts, isPictured) => {
      const body = bodyOf([['paragraph', 5], ...parts])
      const { faults: wrong } = await faults(
        { ...story, body, leadPicture: isPictured ? story.leadPicture : null },
        extract,
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: propertyRuns(40) },
  )
})
