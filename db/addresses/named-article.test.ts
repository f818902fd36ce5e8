import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addressOf, articleIdAt } from '@/db/addresses/addresses'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { readdress, rename, reviseArticle, writeArticle } from '@/db/editing/writing'
import { addSection, renameSection } from '@/db/paper/sections'
import { publish, withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, FERRIES, NOW, TRANSPORT, WITHDRAWN, WORLD } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import { recordedQueries } from '@/db/testing/recorded-queries'
import { lenientSpelling, parseArticlePath } from '@/lib/addresses/article-address'
import { articleFormatPath } from '@/lib/addresses/document-paths'
import { articlePath, canonicalSpelling } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'
import { arbitraryTail } from '@/lib/testing/arbitrary-tail'
import { paragraph } from '@/lib/testing/body-fixtures'
import { propertyRuns } from '@/lib/testing/property-runs'

const siteUrl = 'https://observer.example'
const BY = { by: withoutAccount('Nadia Reyes'), now: NOW }

let db: MemoryStore
const at = (path: string) => addressOf(db, { path: canonicalSpelling(path) ?? lenientSpelling(path), now: NOW })
const leads = async (path: string) => {
  const address = await at(path)
  return address.kind === 'redirect' ? address.location : address.kind
}

describe('the number of an address', () => {
  beforeEach(async () => {
    db = await aPaper(openMemoryStore())
  })

  test('decides only in a section that the paper has or had', async () => {
    const id = await aStory(db, { headline: 'Ferry day', sectionId: FERRIES })
    await renameSection(db, { id: WORLD, name: 'Abroad', slug: 'abroad', now: NOW })
    await addRedirect(db, { siteUrl, from: '/welt', target: { toPath: '/abroad' }, now: NOW })
    for (const section of ['city', 'abroad', 'world']) {
      expect(await leads(`/${section}/ferry-day-${id}`), section).toBe(`/ferries/ferry-day-${id}`)
    }
    for (const section of ['welt', 'tag', 'category', '2024', 'topics', 'admin']) {
      expect(await leads(`/${section}/ferry-day-${id}`), section).toBe('missing')
    }
  })

  test.each([
    '/tag/covid-ID',
    '/2024/ID',
    '/category/top-ID',
    '/city/top-ID',
    '/city/covid-ID.html',
    '/city/covid-ID.',
    '/tag/covid-ID&fbclid=1',
  ])('of another system, as in %s, leads to no story, public or withdrawn', async (other) => {
    const id = await publishedArticle(db, { headline: 'The mayor resigns' })
    const path = other.replace('ID', String(id))
    expect(await leads(path)).toBe('missing')
    await withdraw(db, { id, reason: 'It was wrong.', ...BY })
    expect(await leads(path)).toBe('missing')
  })

  test('that belongs to the headline of an address that was cut is no id, even when a word agrees', async () => {
    const mayor = await publishedArticle(db, { headline: 'The mayor leaves office' })
    const cut = `/city/last-ferry-leaves-at-${mayor}`
    expect(await leads(`/city/the-last-ferry-at-${mayor}`)).toBe(`/city/the-mayor-leaves-office-${mayor}`)
    expect(await leads(cut)).toBe(`/city/the-mayor-leaves-office-${mayor}`)
    await publishedArticle(db, { headline: `Last ferry leaves at ${mayor}` })
    await publishedArticle(db, { headline: `The last ferry at ${mayor}0 is full` })
    expect(await leads(cut)).toBe('missing')
    expect(await leads(`/city/the-last-ferry-at-${mayor}`)).toBe('missing')
  })

  test('decides with any slug that the story had, and with part of one', async () => {
    const id = await publishedArticle(db, { headline: 'Bridge closed' })
    await readdress(db, { id, slug: 'harbour-open', ...BY })
    await readdress(db, { id, slug: 'quay-reopens', ...BY })
    for (const slug of ['bridge-closed-', 'harbour-open-', 'the-harbour-', 'qua-', '']) {
      expect(await leads(`/city/${slug}${id}`), slug).toBe(`/city/quay-reopens-${id}`)
    }
    expect(await leads(`/city/quay-reopens-${id}`)).toBe('page')
    expect(await leads(`/city/something-else-${id}`)).toBe('missing')
  })
})

describe('the answers for made-up addresses tell nothing of drafts', () => {
  beforeEach(async () => {
    db = await aPaper(openMemoryStore())
  })

  test('not the words that a story was called before it was public', async () => {
    const draft = {
      headline: 'Mayor arrested',
      sectionId: 1,
      kind: 'news' as const,
      language: 'en',
      body: [paragraph('e1', 'At noon.')],
    }
    const id = await writeArticle(db, { draft, ...BY })
    await rename(db, { id, headline: 'Council meets', slug: 'council-meets', ...BY })
    expect(await publish(db, { id, ...BY })).toHaveProperty('version')
    expect(await leads(`/city/council-${id}`)).toBe(`/city/council-meets-${id}`)
    expect(await leads(`/city/arrested-${id}`)).toBe('missing')
  })

  test('not how the address of a draft begins', async () => {
    const id = await publishedArticle(db, { headline: 'Council meets' })
    const headline = `Council dissolved in ${id}`
    await writeArticle(db, { draft: { headline, sectionId: 1, kind: 'news', language: 'en' }, ...BY })
    expect(await leads(`/city/council-dissolved-in-${id}`)).toBe(`/city/council-meets-${id}`)
  })

  test('the slugs are read from an index alone', async () => {
    const id = await publishedArticle(db, { headline: 'Council meets' })
    const recorded = await recordedQueries(db, () => leads(`/city/mayor-meets-${id}`))
    const steps = recorded.flatMap(({ plan }) => plan).filter((step) => step.includes(' revisions '))
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter((step) => !step.includes('COVERING INDEX revisions_by_state_and_slug'))).toEqual([])
  })
})

describe('what stood behind an address', () => {
  beforeEach(async () => {
    db = await aPaper(openMemoryStore())
  })

  test('of a list or a page of the paper is left out, but words there are none of ours', async () => {
    await aStory(db, { headline: 'Ferry day' })
    for (const [path, to] of [
      ['/city).', '/city'],
      ['/about%20', '/about'],
      ['/topics/harbour&utm_source=mail', '/topics/harbour'],
      ['/rss.xml,', '/rss.xml'],
      ['/city%3Cscript%3E', 'missing'],
      ['/%E0%A4', 'missing'],
      ['/nowhere.', 'missing'],
    ] as const) {
      expect(await leads(path), path).toBe(to)
    }
  })

  test('of an old address is left out too', async () => {
    const articleId = await aStory(db, { headline: 'Ferry day' })
    await addRedirect(db, { siteUrl, from: '/2019/ferry.html', target: { articleId }, now: NOW })
    expect(await leads('/2019/ferry.html).')).toBe(`/city/ferry-day-${articleId}`)
  })

  test.each(WITHDRAWN)('of the address of %s shows its notice', async (_, state) => {
    const id = await aStory(db, { headline: 'Ferry day', sectionId: WORLD, ...state })
    const notice = { kind: 'page', rendersAt: `/world/ferry-day-${id}`, isNotice: true }
    expect(await at(`/world/ferry-day-${id})`)).toEqual(notice)
    expect(await at(`/city/ferry-${id}`)).toEqual(notice)
    expect(await at(`/city/ferry-${id}.md.`)).toEqual({ kind: 'page', rendersAt: `/formats/${id}/md`, isNotice: true })
  })
})

describe('an address leads to the id of a story', () => {
  beforeEach(async () => {
    db = await aPaper(openMemoryStore())
  })

  test('in any spelling, as a format, and with something behind it', async () => {
    const id = await aStory(db, { headline: 'Ferry sails', sectionId: FERRIES })
    await renameSection(db, { id: FERRIES, name: 'Boats', slug: 'boats', now: NOW })
    await addRedirect(db, { siteUrl, from: '/2019/ferry.html', target: { articleId: id }, now: NOW })
    const own = `/ferries/ferry-sails-${id}`
    for (const path of [own, `${own}/`, `/City/FERRY-${id}`, `/boats/${id}.md`, `${own}).`, '/2019/ferry.html']) {
      expect(await articleIdAt(db, { path, now: NOW }), path).toBe(id)
    }
  })

  test('but not to a list, to a story of another system, or to one that was never public', async () => {
    const id = await aStory(db, { headline: 'Draft', state: 'draft', publishedAt: null })
    const other = await aStory(db, { headline: 'Ferry sails' })
    const none = [
      '/',
      '/city',
      '/topics/harbour',
      `/city/draft-${id}`,
      '/city/ferry-99',
      '/%E0%A4',
      `/tag/covid-${other}`,
    ]
    for (const path of none) expect(await articleIdAt(db, { path, now: NOW }), path).toBeNull()
  })
})

describe('for any history of addresses', () => {
  interface Past {
    path: string
    id: number
  }
  const everPublic: Past[] = []
  const present = new Map<number, string>()
  const sectionsEver = new Set(['tag'])
  const words = ['ferry', 'harbour', 'मानसून', 'the', 'at', '6', '2024', '東京', 'über', 'covid']

  beforeAll(async () => {
    db = await aPaper(openMemoryStore())
    const sections = new Map([
      [1, 'city'],
      [TRANSPORT, 'transport'],
      [FERRIES, 'ferries'],
      [WORLD, 'world'],
    ])
    const stories = new Map<number, { slug: string; section: number }>()
    const note = () => {
      for (const slug of sections.values()) sectionsEver.add(slug)
      for (const [id, { slug, section }] of stories) {
        const path = articlePath({ id, slug, section: sections.get(section) ?? '' })
        present.set(id, path)
        everPublic.push({ path, id })
      }
    }
    // A random history, the same at every run.
    const random = fc.sample(fc.nat(), { numRuns: 4000, seed: 11 })
    const below = (most: number) => (random.pop() ?? 0) % most
    const slugOf = () => Array.from({ length: 1 + below(5) }, () => words[below(words.length)]).join('-')
    for (let count = 0; count < 25; count++) {
      const slug = slugOf()
      const id = await publishedArticle(db, { headline: slug.replaceAll('-', ' ') })
      stories.set(id, { slug, section: 1 })
    }
    note()
    for (let change = 0; change < 120; change++) {
      const id = 1 + below(25)
      const story = stories.get(id) ?? { slug: '', section: 1 }
      const kind = below(4)
      if (kind < 2) {
        const slug = slugOf()
        await readdress(db, { id, slug, ...BY })
        stories.set(id, { ...story, slug })
      } else if (kind === 2) {
        const section = 1 + below(4)
        await reviseArticle(db, { id, change: { sectionId: section }, reason: 'moved', ...BY })
        stories.set(id, { ...story, section })
      } else {
        const section = 1 + below(4)
        const slug = `${['north', 'south', 'east', 'west'][below(4)]}-${'abcdefg'[below(7)]}`
        if ([...sections.values()].includes(slug)) continue
        await renameSection(db, { id: section, name: slug, slug, now: NOW })
        sections.set(section, slug)
      }
      note()
    }
    await addSection(db, { name: 'Tag', slug: 'tag', description: '', parentId: null, now: NOW })
  })

  const past = fc.nat().map((n) => everPublic[n % everPublic.length] ?? { path: '', id: 0 })
  // Each run asks the store some ten times.
  const runs = { numRuns: propertyRuns(400) }

  test('each address that was ever public leads to its story in one hop, whatever stands behind it [every-address]', async () => {
    await fc.assert(
      fc.asyncProperty(past, fc.option(arbitraryTail), async ({ path, id }, tail) => {
        const own = present.get(id) ?? ''
        const page = await leads(path)
        expect(page, path).toBe(path === own ? 'page' : own)
        if (tail === null) return
        expect(await leads(path + tail), path + tail).toBe(own)
        expect(await leads(articleFormatPath(path, 'json') + tail)).toBe(articleFormatPath(own, 'json'))
      }),
      runs,
    )
  })

  test('an address leads to a story only by a section of the paper, and a slug of the story, a word or the beginning of one', async () => {
    const slug = fc.array(fc.constantFrom(...words, 'mayor', 'top', '10', 'fer', 'a'), { maxLength: 4 })
    const section = fc.constantFrom(...['tag', 'category', '2024', 'author', 'world', 'city', 'north-a', 'blog'])
    await fc.assert(
      fc.asyncProperty(section, slug, fc.integer({ min: 1, max: 30 }), async (first, parts, id) => {
        const path = articlePath({ section: first, slug: parts.join('-'), id })
        const found = await articleIdAt(db, { path, now: NOW })
        expect([id, null]).toContain(found)
        if (found === null) return
        expect(sectionsEver).toContain(first)
        const had = everPublic.flatMap((one) => (one.id === id ? (parseArticlePath(one.path)?.slug ?? []) : []))
        const own = new Set(had.flatMap((name) => name.split('-')))
        const isCut = had.some((name) => name.startsWith(parts.join('-')))
        expect(isCut || parts.some((word) => own.has(word)), path).toBe(true)
      }),
      runs,
    )
  })
})
