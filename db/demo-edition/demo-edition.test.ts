import { asc, eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import type { DemoEdition } from '@/db/demo-edition/edition'
import { createEmptyPaper, fillDemoEdition } from '@/db/demo-edition/fill'
import { removeDemoEdition } from '@/db/demo-edition/remove'
import { alsoRead, type DemoStory, image, p } from '@/db/demo-edition/writing'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { addEdition } from '@/db/front/editions'
import { articlePage } from '@/db/reading/articles'
import { latestTeasers } from '@/db/reading/teasers'
import { revisionsOf } from '@/db/revisions/revisions'
import { editions } from '@/db/store/front-schema'
import { lastStaleAt, staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { pages } from '@/db/store/pages-schema'
import { articles, authors, corrections, demoItems, links, media, sections, settings, topics } from '@/db/store/schema'
import { hoursAgo, hoursAhead, NOW, PAPER } from '@/db/testing/fixtures'
import { EMPTY_ARRANGEMENT, newCard } from '@/lib/front/arrangement'
import { withoutAccount } from '@/lib/revisions/saver'

function aDemoStory(key: string, story: Partial<DemoStory> = {}): DemoStory {
  return {
    key,
    headline: `The ${key} story`,
    kicker: '',
    standfirst: '',
    section: 'city',
    topics: ['harbour'],
    bylines: ['mara-quill'],
    dateline: '',
    kind: 'news',
    language: 'en',
    picture: null,
    published: { hoursAgo: 4 },
    body: [p('It happened.')],
    ...story,
  }
}

const EDITION: DemoEdition = {
  paper: PAPER,
  sections: [
    { slug: 'city', name: 'City', description: '' },
    { slug: 'trams', name: 'Trams', description: '', parent: 'city' },
  ],
  topics: [{ slug: 'harbour', name: 'Harbour', description: '' }],
  authors: [{ slug: 'mara-quill', name: 'Mara Quill', role: '', bio: '' }],
  pictures: ['crane', 'depot'].map((key) => ({ key, alt: key, caption: '', credit: '', focalX: 0.5, focalY: 0.5 })),
  stories: [
    aDemoStory('crane', {
      picture: 'crane',
      published: { hoursAgo: 9 },
      updated: { hoursAgo: 7 },
      corrections: [{ note: 'It was Tuesday.', corrected: { hoursAgo: 8 } }],
      body: [p('See [the depot](story:depot).'), alsoRead('depot')],
    }),
    aDemoStory('depot', {
      section: 'trams',
      published: { at: '2024-03-28T09:30:00Z' },
      body: [p('A roof.'), image('depot')],
    }),
    aDemoStory('strike', { withdrawn: { reason: 'It was a rumour.', when: { hoursAgo: 2 } } }),
    aDemoStory('night-tram', { section: 'trams', published: { daysAhead: 3 }, bylines: [{ name: 'Night desk' }] }),
  ],
  front: { lead: 'crane', seconds: [], bands: [] },
  standingPages: [{ slug: 'about', headline: 'About us', body: [p('We print [the crane](story:crane).')] }],
}

let db: MemoryStore

async function drawing(_dataDir: string, key: string) {
  return { widthPx: 1600, heightPx: 900, original: `originals/${key}.svg`, files: [], stated: null }
}

const filling = { dataDir: '/nowhere', now: NOW, edition: EDITION, drawing }
const removal = { dataDir: '/nowhere', now: NOW }

async function story(key: string) {
  const [row] = await db
    .select()
    .from(articles)
    .where(eq(articles.headline, `The ${key} story`))
  if (!row) throw new Error(`the ${key} story is gone`)
  return row
}

beforeEach(() => {
  db = openMemoryStore()
})

describe('fillDemoEdition', () => {
  it('creates every story in its state: public, scheduled or withdrawn', async () => {
    expect(await fillDemoEdition(db, filling)).toBe(true)
    expect(await story('depot')).toMatchObject({ state: 'published', publishedAt: new Date('2024-03-28T09:30:00Z') })
    expect(await story('night-tram')).toMatchObject({ state: 'scheduled', publishedAt: hoursAhead(72) })
    expect(await story('strike')).toMatchObject({ state: 'withdrawn', withdrawnAt: hoursAgo(2) })
    expect(await story('crane')).toMatchObject({ publishedAt: hoursAgo(9), updatedAt: hoursAgo(7) })
    expect(await db.select({ note: corrections.note, at: corrections.correctedAt }).from(corrections)).toEqual([
      { note: 'It was Tuesday.', at: hoursAgo(8) },
    ])
    const latest = await latestTeasers(db, { now: NOW, limit: 10 })
    expect(latest.value.map(({ headline }) => headline)).toEqual(['The crane story', 'The depot story'])
  })

  it('records the real history of each story', async () => {
    await fillDemoEdition(db, filling)
    const { id } = await story('crane')
    const history = await revisionsOf(db, { articleId: id, limit: 10 })
    expect(history.map(({ reason }) => reason)).toEqual(['updated', 'corrected', 'published', 'written', 'written'])
    expect(history.every(({ savedAt }) => savedAt < NOW)).toBe(true)
    expect(history.map(({ savedBy }) => savedBy)).toEqual([
      'Mara Quill',
      'The desk',
      'The desk',
      'Mara Quill',
      'Mara Quill',
    ])
  })

  it('resolves the keys by which stories link to each other', async () => {
    await fillDemoEdition(db, filling)
    const depot = await story('depot')
    const { value: answer } = await articlePage(db, { id: (await story('crane')).id, now: NOW })
    if (answer?.visibility !== 'public') throw new Error('the crane story is not public')
    expect(answer.referenced.articles.get(depot.id)?.headline).toBe('The depot story')
  })

  it('does not change a store in use', async () => {
    await fillDemoEdition(db, filling)
    const before = await staleSince(db, 0)
    expect(await fillDemoEdition(db, filling)).toBe(false)
    expect(await staleSince(db, 0)).toEqual(before)
  })

  it('keeps existing settings of the site', async () => {
    await createEmptyPaper(db, { now: NOW })
    expect(await createEmptyPaper(db, { now: NOW })).toBe(false)
    await fillDemoEdition(db, filling)
    expect(await db.select({ name: settings.name }).from(settings)).toEqual([{ name: 'Broadsheet' }])
  })

  it('stores nothing when a story links to an unknown key', async () => {
    const stories = [aDemoStory('crane', { body: [p('Words.'), alsoRead('ghost')] })]
    const broken = { ...EDITION, stories, standingPages: [] }
    await expect(fillDemoEdition(db, { ...filling, edition: broken })).rejects.toThrow('there is no story "ghost"')
    expect(await db.select().from(sections)).toEqual([])
    expect(await db.select().from(settings)).toEqual([])
  })

  it('makes its pages stale now, whenever its stories were saved', async () => {
    await fillDemoEdition(db, filling)
    const { id } = await story('depot')
    expect(await lastStaleAt(db, [`article:${id}`])).toEqual(NOW)
  })

  it('draws each picture once and reports progress', async () => {
    const lines: string[] = []
    await fillDemoEdition(db, { ...filling, progress: (line) => lines.push(line) })
    expect(lines).toHaveLength(3)
    expect(lines[1]).toContain('2 of 2')
  })
})

describe('removeDemoEdition', () => {
  async function left() {
    const tables = [articles, sections, topics, authors, media, editions, pages, links]
    const counts = []
    for (const table of tables) counts.push((await db.select().from(table)).length)
    return counts
  }

  beforeEach(async () => {
    await fillDemoEdition(db, filling)
  })

  it('removes everything that nobody changed and keeps the settings of the site', async () => {
    const { removed, kept } = await removeDemoEdition(db, removal)
    expect(await left()).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
    expect(removed).toEqual({
      article: 4,
      section: 2,
      topic: 1,
      author: 1,
      media: 2,
      edition: 1,
      'standing-page': 1,
      settings: 0,
    })
    expect(kept.map(({ kind }) => kind)).toEqual(['settings'])
  })

  it('makes every page stale that showed any of it', async () => {
    const { id } = await story('crane')
    const { seq } = await staleSince(db, 0)
    await removeDemoEdition(db, removal)
    expect((await staleSince(db, seq)).tags).toEqual(
      expect.arrayContaining([
        ...[`article:${id}`, `link:${id}`, `teaser:${id}`, 'list:latest', 'list:corrections', 'front', 'site'],
        ...['section:1', 'topic:1', 'author:1', 'media:1', 'page:about'],
      ]),
    )
  })

  it('keeps a story that somebody changed, and what that story needs', async () => {
    const { id, body } = await story('crane')
    await reviseArticle(db, {
      id,
      change: { kicker: 'Ours' },
      by: withoutAccount('Tomas Reed'),
      now: NOW,
      reason: 'revised',
    })
    const { kept } = await removeDemoEdition(db, removal)
    expect(kept.map(({ kind, name, why }) => [kind, name, why])).toEqual([
      ['article', 'The crane story', 'Somebody changed it.'],
      ['author', 'Mara Quill', 'A story carries this name.'],
      ['topic', 'Harbour', 'A story is about it.'],
      ['section', 'City', 'A story stands in it.'],
      ['media', 'crane', 'A story shows it.'],
      ['settings', PAPER.name, 'A paper needs a name; change it on the desk.'],
    ])
    expect((await story('crane')).body).toEqual(body)
  })

  it('links of a kept story to a removed one stop resolving, and the story can still be saved', async () => {
    const { id } = await story('crane')
    await reviseArticle(db, {
      id,
      change: { kicker: 'Ours' },
      by: withoutAccount('Tomas Reed'),
      now: NOW,
      reason: 'revised',
    })
    await removeDemoEdition(db, removal)
    const { value: answer } = await articlePage(db, { id, now: NOW })
    expect(answer?.visibility === 'public' && answer.referenced.articles.size).toBe(0)
    expect(await db.select().from(links)).toEqual([])
    const outcome = await reviseArticle(db, {
      id,
      change: { dateline: 'Quay' },
      by: withoutAccount('x'),
      now: NOW,
      reason: 'revised',
    })
    expect(outcome).toHaveProperty('version')
  })

  it('keeps what the paper’s own stories use: section and those above it, author, pictures in the text', async () => {
    const trams = await db.select().from(sections).where(eq(sections.slug, 'trams'))
    const pictures = await db.select().from(media).where(eq(media.alt, 'depot'))
    const draft = {
      headline: 'Our own story',
      body: [{ type: 'image' as const, id: 'e1', media: pictures[0]?.id ?? 0 }],
      sectionId: trams[0]?.id ?? 0,
      kind: 'news' as const,
      language: 'en',
      bylines: [{ authorId: 1, name: null }],
    }
    await writeArticle(db, { draft, by: withoutAccount('Tomas Reed'), now: NOW })
    const { kept } = await removeDemoEdition(db, removal)
    expect(kept.map(({ name, why }) => [name, why])).toEqual([
      ['Mara Quill', 'A story carries this name.'],
      ['Trams', 'A story stands in it.'],
      ['City', 'Another section stands below it.'],
      ['depot', 'A text shows it.'],
      [PAPER.name, 'A paper needs a name; change it on the desk.'],
    ])
  })

  it('keeps a story that an editor put on the front page or that an old address redirects to', async () => {
    const depot = await story('depot')
    const strike = await story('strike')
    const by = withoutAccount('Tomas Reed')
    const arrangement = { ...EMPTY_ARRANGEMENT, lead: newCard(depot.id) }
    await addEdition(db, { sectionId: null, arrangement, at: null, by, now: NOW })
    await addRedirect(db, {
      siteUrl: 'https://observer.example',
      from: '/2019/strike.html',
      target: { articleId: strike.id },
      now: NOW,
    })
    const { kept } = await removeDemoEdition(db, removal)
    const stories = kept.filter(({ kind }) => kind === 'article').map(({ name, why }) => [name, why])
    expect(stories.toSorted()).toEqual([
      ['The depot story', 'It stands on the front page.'],
      ['The strike story', 'An old address leads to it.'],
    ])
  })

  it('removes a scheduled story that was published on schedule', async () => {
    const { removed } = await removeDemoEdition(db, { ...removal, now: hoursAhead(200) })
    expect(removed.article).toBe(4)
  })

  it('removes in a later run what was kept, and never reuses an id', async () => {
    const { id } = await story('crane')
    await reviseArticle(db, { id, change: { kicker: 'Ours' }, by: withoutAccount('x'), now: NOW, reason: 'revised' })
    await removeDemoEdition(db, removal)
    const again = await removeDemoEdition(db, removal)
    expect(again.removed.article).toBe(0)
    expect(again.kept.map(({ kind }) => kind)).toContain('article')
    const remembered = await db.select({ kind: demoItems.kind }).from(demoItems).orderBy(asc(demoItems.kind))
    expect(remembered.map(({ kind }) => kind)).toEqual(['article', 'author', 'media', 'section', 'settings', 'topic'])
    const sectionIds = await db
      .select({ id: sections.id })
      .from(sections)
      .where(inArray(sections.slug, ['city']))
    const draft = {
      headline: 'New',
      body: [],
      sectionId: sectionIds[0]?.id ?? 0,
      kind: 'news' as const,
      language: 'en',
    }
    expect(await writeArticle(db, { draft, by: withoutAccount('x'), now: NOW })).toBe(5)
  })
})
