import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoEdition } from '@/db/demo-edition/edition'
import { fillDemoEdition } from '@/db/demo-edition/fill'
import { allPages } from '@/db/paper/pages'
import { articlePage } from '@/db/reading/articles'
import { curation } from '@/db/reading/fronts'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { NOW } from '@/db/testing/fixtures'
import { type Body, parseBody } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import { readerBody } from '@/lib/linking/reader-body'
import { mediaShown, references } from '@/lib/linking/references'
import { REQUIRED_PAGES } from '@/lib/paper/required-pages'

let db: MemoryStore
let stories: (typeof articles.$inferSelect)[]

beforeAll(async () => {
  db = openMemoryStore()
  const drawing = async (_dataDir: string, key: string) => ({
    widthPx: 1600,
    heightPx: 900,
    original: `originals/${key}.svg`,
    files: [],
    stated: null,
  })
  await fillDemoEdition(db, { dataDir: '/nowhere', now: NOW, drawing })
  stories = await db.select().from(articles)
})

function headlineOf(key: string): string {
  const story = demoEdition.stories.find((written) => written.key === key)
  if (!story) throw new Error(`nobody wrote "${key}"`)
  return story.headline
}

function blocks(body: Body): number[] {
  return references(body)
    .filter(({ where }) => where !== 'text')
    .map(({ article }) => article)
}

describe('the demo edition', () => {
  it('is a whole paper', async () => {
    expect(stories.length).toBeGreaterThanOrEqual(40)
    expect((await sectionTree(db)).filter(({ parentId }) => parentId === null).length).toBeGreaterThanOrEqual(6)
    expect(new Set(stories.map(({ state }) => state))).toEqual(new Set(['published', 'scheduled', 'withdrawn']))
    expect(new Set(stories.map(({ language }) => language))).toEqual(new Set(['en', 'hi', 'ar']))
  })

  it('has a valid body in every story, also after a round trip through JSON', () => {
    for (const { body } of stories) expect(parseBody(JSON.parse(JSON.stringify(body)))).toEqual(body)
  })

  it('has no block that links to its own story, or to one story twice', () => {
    for (const { id, headline, body } of stories) {
      const named = blocks(body)
      expect(named, headline).not.toContain(id)
      // One story repeats itself on purpose, to show what readers are spared; the test below reads it.
      if (headline === headlineOf('week-ahead')) continue
      expect(new Set(named).size, headline).toBe(named.length)
    }
  })

  it('neither begins nor ends a story with a block', () => {
    for (const { headline, body } of stories) {
      for (const edge of [body.at(0), body.at(-1)]) {
        expect(['also-read', 'related-news'], headline).not.toContain(edge?.type)
      }
    }
  })

  it('has live links in most stories', () => {
    const linking = stories.filter(({ body }) => blocks(body).length > 0)
    expect(linking.length).toBeGreaterThan(stories.length / 2)
  })

  it('shows every picture and names an existing file for each', async () => {
    const shown = new Set(stories.flatMap(({ leadMediaId, body }) => [leadMediaId, ...mediaShown(body)]))
    const pictures = await db.select({ id: media.id, alt: media.alt }).from(media)
    expect(pictures.filter(({ id }) => !shown.has(id)).map(({ alt }) => alt)).toEqual([])
    const drawings = demoEdition.pictures.map(({ key }) => `db/demo-edition/pictures/${key}.svg`)
    expect(drawings.filter((file) => !existsSync(file))).toEqual([])
  })

  it('uses every topic and every author', () => {
    const { topics, authors, stories: written } = demoEdition
    const about = new Set(written.flatMap((story) => story.topics))
    const signed = new Set(written.flatMap((story) => story.bylines))
    expect(topics.filter(({ slug }) => !about.has(slug))).toEqual([])
    expect(authors.filter(({ slug }) => !signed.has(slug))).toEqual([])
  })

  it('gives every address its own headline, short enough to print', () => {
    expect(new Set(stories.map(({ headline }) => headline)).size).toBe(stories.length)
    expect(stories.filter(({ headline }) => headline.length >= 90).map(({ headline }) => headline)).toEqual([])
  })

  it('links to stories that are not public only where it shows that such links are hidden', async () => {
    const unseen = stories.filter(({ state }) => state !== 'published').map(({ id }) => id)
    const linking = stories.filter(({ body }) => references(body).some(({ article }) => unseen.includes(article)))
    const where = ['council-notebook', 'week-ahead'].map(headlineOf)
    expect(linking.map(({ headline }) => headline).toSorted()).toEqual(where.toSorted())
    const { body, id } = linking.find(({ headline }) => headline === headlineOf('week-ahead')) ?? { body: [], id: 0 }
    const { value: answer } = await articlePage(db, { id, now: NOW })
    if (answer?.visibility !== 'public') throw new Error('the week ahead is not public')
    const shown = readerBody(body, id, answer.referenced).flatMap((element) => {
      if (element.type === 'also-read') return [element.target.headline]
      return element.type === 'related-news' ? element.targets.map(({ headline }) => headline) : []
    })
    expect(shown).toEqual([headlineOf('choir-audition'), headlineOf('library-hours')])
  })

  it('shows a reader of the reference story its links where they belong', async () => {
    const reference = stories.find(({ headline }) => headline === headlineOf('pyongyang-visit'))
    const { value: answer } = await articlePage(db, { id: reference?.id ?? 0, now: NOW })
    if (answer?.visibility !== 'public') throw new Error('the reference story is not public')
    const shown = readerBody(answer.article.body, answer.article.id, answer.referenced).map((element) => {
      if (element.type === 'also-read') return ['also-read', element.target.headline]
      if (element.type === 'related-news') return ['related-news', ...element.targets.map(({ headline }) => headline)]
      return element.type
    })
    expect(shown).toEqual([
      'paragraph',
      'paragraph',
      ['also-read', headlineOf('baltimore-bridge')],
      ['related-news', headlineOf('debate-topics'), headlineOf('panda-diplomacy')],
      'paragraph',
      'paragraph',
      ['also-read', headlineOf('ukraine-missiles')],
      ['related-news', headlineOf('red-sea-northern-route'), headlineOf('gaza-veto')],
      'paragraph',
      'paragraph',
    ])
  })

  it('has a long read of more than 5,000 words', () => {
    const words = stories.map(({ body }) => bodyWords(body).split(/\s+/).length)
    expect(Math.max(...words)).toBeGreaterThan(5000)
  })

  it('puts a lead, four seconds and the seven stories of a spring on the front page', async () => {
    const { value: answer } = await curation(db, { sectionId: null, now: NOW })
    expect(answer.lead?.picture).not.toBeNull()
    expect(answer.seconds).toHaveLength(4)
    expect(answer.bands.map(({ name, teasers }) => [name, teasers.length])).toEqual([['Spring 2024, revisited', 7]])
  })

  it('writes the standing pages', async () => {
    const pages = await allPages(db)
    expect(pages.map(({ slug }) => slug)).toEqual(REQUIRED_PAGES)
    for (const { content } of pages) expect(parseBody(content.body)).toEqual(content.body)
  })
})
