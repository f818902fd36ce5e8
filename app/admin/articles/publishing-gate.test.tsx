import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import { crawlersView, noteSiteFaults } from '@/app/_desk/crawlers-view'
import { articleHead } from '@/app/_pages/article-head'
import { Article } from '@/components/article/article'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { saveManuscript } from '@/db/editing/manuscripts'
import { articleAsPublished } from '@/db/editing/preview'
import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { menuLinks } from '@/db/paper/menus'
import { allSections } from '@/db/paper/sections'
import { publishChanges } from '@/db/publishing/changes'
import { checklistOf } from '@/db/publishing/checklist'
import { deskChecks } from '@/db/publishing/checks'
import { publish, republish, schedule, withdraw } from '@/db/publishing/publishing'
import { latestSiteFaults } from '@/db/publishing/site-faults'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import * as paper from '@/db/testing/fixtures'
import type { Manuscript } from '@/lib/article/manuscript'
import type { CrawledResponse } from '@/lib/crawler-check/crawled-page'
import { articleGraph } from '@/lib/json-ld/article-graph'
import { readerBody } from '@/lib/linking/reader-body'
import type { StoryPreview } from '@/lib/pages/site-runtime'
import { directionOf } from '@/lib/paper/language'
import { withoutAccount } from '@/lib/revisions/saver'
import { anyManuscript, anyNote } from '@/lib/testing/arbitrary-manuscript'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'
import { renderedHead } from '@/lib/testing/rendered-head'

const SITE = 'https://observer.example'
const BY = withoutAccount('Mara Quill')
const { NOW, CITY, WORLD, HARBOUR, ELECTIONS, MARA, TOMAS, BRIDGE, DREDGER } = paper
const TOMORROW = paper.hoursAhead(24)
const SMALL = 3
const FERRY = 1
const TRAM = 2

let db: MemoryStore
let breakPage = (html: string) => html

vi.mock('server-only', () => ({}))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ siteUrl: SITE, now: () => NOW, rendering: () => null, renderAsPublished, readerPage }),
}))

async function readerPage(path: string): Promise<CrawledResponse> {
  return renderAsPublished({ id: Number(/\d+$/.exec(path)), path, at: NOW })
}

/** The page of a story as its route makes it: the same reading, components, head and structured data. */
async function renderAsPublished({ id, path, at }: StoryPreview): Promise<CrawledResponse> {
  const { value: found } = await articleAsPublished(db, { id, at })
  if (found?.visibility !== 'public') throw new Error(`article ${id} has no page`)
  const { article, referenced } = found
  const menus = (await menuLinks(db)).value
  const chrome = { settings: paper.PAPER, sections: (await allSections(db)).value, menus }
  const markup = renderToStaticMarkup(
    <Page {...chrome}>
      <Article
        article={article}
        body={readerBody(article.body, id, referenced)}
        more={[]}
        soFar={null}
        settings={paper.PAPER}
      />
      <JsonLd graph={articleGraph({ siteUrl: SITE, settings: paper.PAPER }, article, null)} />
    </Page>,
  )
  const { language } = article
  const head = renderedHead(articleHead(chrome, article))
  return {
    url: SITE + path,
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      etag: '"a1"',
      'cache-control': 'public, max-age=0',
      'last-modified': at.toUTCString(),
    },
    html: breakPage(
      `<!DOCTYPE html><html lang="${language}" dir="${directionOf(language)}"><head>${head}</head><body>${markup}</body></html>`,
    ),
  }
}

async function aFilledPaper(): Promise<MemoryStore> {
  const store = await paper.aPaper(openMemoryStore())
  const picture = { original: 'quay.svg', files: [], createdAt: NOW }
  await store.insert(media).values([
    { ...picture, id: SMALL, alt: 'The quay', caption: '\u00A0', credit: '\uFEFF', widthPx: 120, heightPx: 90 },
    // Rights of characters that nobody sees.
    { ...picture, id: 4, alt: 'The crane', creator: '\u200B', copyright: '\u00AD', widthPx: 1600, heightPx: 900 },
  ])
  await paper.aStory(store, { id: FERRY, headline: 'Ferries run again', by: [MARA] })
  await paper.aStory(store, { id: TRAM, headline: 'Trams run again', by: [TOMAS], language: 'hi' })
  return store
}

beforeEach(async () => {
  db = await aFilledPaper()
})

const written = (draft: Manuscript) => writeArticle(db, { draft, by: BY, now: paper.hoursAgo(2) })
const versionOf = async (id: number) => (await storedArticle(db, id, NOW)).version
const gate = async (id: number) => ({ id, basedOn: await versionOf(id), by: BY, now: NOW, checks: deskChecks() })
const blockersOf = async (id: number) =>
  (await checklistOf(db, { id, now: NOW })).blockers.map(({ message }) => message)

/** What is wrong with the page and no editor can mend. */
async function siteFaultsOf(id: number) {
  return (await crawlersView(db, { id, now: NOW }))?.siteFaults
}

let keys = 0
async function typed(id: number, change: Partial<Manuscript>) {
  const { manuscript, version } = await storedArticle(db, id, NOW)
  keys += 1
  const key = `7f1d7a0e-0000-4000-8000-${String(keys).padStart(12, '0')}`
  return saveManuscript(db, { id, by: BY, now: NOW, key, basedOn: version, manuscript: { ...manuscript, ...change } })
}

const FULL: Manuscript = {
  headline: 'The last ferry leaves at six',
  kicker: '',
  standfirst: 'From Monday, buses take over.',
  slug: 'ferry',
  sectionId: CITY,
  topicIds: [],
  kind: 'news',
  language: 'en',
  dateline: '',
  leadMediaId: null,
  body: [{ type: 'paragraph', id: 'a', text: [{ text: 'The Dunlin sails until Sunday.' }] }],
  bylines: [{ authorId: null, name: 'Jo Stringer' }],
  seoTitle: null,
  seoDescription: null,
  translationOfId: null,
  isUnlisted: false,
}

const byName = (name: string) => ({ authorId: null, name })
const LONG_BYLINE = [
  'Mirela Osei-Bonsu',
  'Tomasz Wiśniewski',
  'Anaïs de la Fontaine',
  'Oluwaseun Adeyemi',
  'Jo Stringer',
]

const SOUND: [string, Partial<Manuscript>][] = [
  ['a headline with a no-break space', { headline: 'Tarif à 10\u00A0000\u00A0€' }],
  ['a headline with two spaces', { headline: 'The last  ferry' }],
  ['a headline with a space before it', { headline: ' The last ferry' }],
  ['a headline with a tab', { headline: 'The last\tferry' }],
  ['a headline with an ideographic space', { headline: '最後の\u3000船' }],
  ['a search title with a no-break space', { seoTitle: 'Tarif à 10\u00A0000\u00A0€' }],
  ['a search title of blanks', { seoTitle: ' \u00A0' }],
  ['five bylines without profile pages', { bylines: LONG_BYLINE.map(byName) }],
  [
    'a byline of eighty characters',
    { bylines: [byName('Jo Stringer of the Harbour Correspondents’ Association '.repeat(2))] },
  ],
  ['a dateline of blanks', { dateline: ' \u00A0' }],
  ['a credit of characters that nobody sees', { leadMediaId: SMALL }],
  ['rights of characters that nobody sees', { leadMediaId: 4 }],
  ['a standfirst of blanks', { standfirst: '\u00A0 ' }],
  ['a headline that is the word null', { headline: 'null' }],
  ['a live story without entries', { kind: 'live' }],
  [
    'a live entry without words',
    {
      kind: 'live',
      body: [{ type: 'heading', id: 'e1', level: 2, at: NOW.getTime(), text: [{ text: 'The first boat has left' }] }],
    },
  ],
  [
    'a link on a space',
    {
      body: [
        {
          type: 'paragraph',
          id: 'a',
          text: [
            { text: 'It left' },
            { text: ' ', link: { to: 'web', href: 'https://example.org/' } },
            { text: 'at six.' },
          ],
        },
      ],
    },
  ],
  [
    'a link to a place of this site without a story',
    {
      body: [
        {
          type: 'paragraph',
          id: 'a',
          text: [{ text: 'The timetable', link: { to: 'web', href: `${SITE}/timetable.pdf` } }],
        },
      ],
    },
  ],
  ['a text of captions', { body: [{ type: 'image', id: 'a', media: BRIDGE, caption: 'The bridge at noon' }] }],
  ['a hyphenated place that begins like the paper', { headline: `${paper.PAPER.name}-sur-Mer mourns` }],
]

it.each(SOUND)('what the checklist lets pass is published, corrected and scheduled: %s', async (_what, change) => {
  const id = await written({ ...FULL, ...change })
  const later = await written({ ...FULL, ...change })
  expect(await blockersOf(id)).toEqual([])
  expect(await publish(db, await gate(id))).toHaveProperty('version')
  expect(await siteFaultsOf(id)).toEqual([])
  const correction = { as: 'correction', note: 'It leaves at 10\u00A0000\u00A0past.' } as const
  expect(await publishChanges(db, { ...(await gate(id)), ...correction })).toHaveProperty('version')
  expect(await siteFaultsOf(id)).toEqual([])
  expect(await schedule(db, { ...(await gate(later)), at: TOMORROW })).toHaveProperty('version')
})

it('an alt text that is filled in frees the story at once, and what crawlers see of it is new', async () => {
  await db.update(media).set({ alt: '' })
  const id = await written({ ...FULL, leadMediaId: BRIDGE })
  expect(await blockersOf(id)).toEqual(['The lead image has no alt text. Describe what it shows.'])
  expect((await crawlersView(db, { id, now: NOW }))?.findings.map(({ rule }) => rule)).toContain('body/picture-words')
  await db.update(media).set({ alt: 'The ferry at dawn' })
  expect(await blockersOf(id)).toEqual([])
  expect((await crawlersView(db, { id, now: NOW }))?.findings.map(({ rule }) => rule)).not.toContain(
    'body/picture-words',
  )
  expect(await publish(db, await gate(id))).toHaveProperty('version')
})

it('a page that the site renders wrong is published, logged and kept for admins, until it is right', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const id = await written(FULL)
  breakPage = (html) => html.replace(/<time[^>]*>/, '<span>')
  expect(await publish(db, await gate(id))).toHaveProperty('version')
  expect(await noteSiteFaults(db, { id, now: NOW })).toBeGreaterThan(0)
  expect(log.mock.calls.flat().join()).toContain(`article ${id}, dates/shown: No date stands`)
  expect((await latestSiteFaults(db, { limit: 9 })).map(({ rule }) => rule)).toContain('dates/shown')
  breakPage = (html) => html
  expect(await noteSiteFaults(db, { id, now: NOW })).toBe(0)
  expect(await latestSiteFaults(db, { limit: 9 })).toEqual([])
})

it('an original and its translations can be published, corrected and kept out of search engines in any order', async () => {
  const original = await written(FULL)
  const hindi = await written({ ...FULL, language: 'hi', translationOfId: original, isUnlisted: true })
  const copy = await written({ ...FULL, language: 'hi', translationOfId: original })
  const twin = await written({ ...FULL, translationOfId: original })
  const all = [original, hindi, copy, twin]
  for (const id of all) expect(await publish(db, await gate(id))).toHaveProperty('version')
  const clean = async () => {
    for (const id of all) expect([id, await siteFaultsOf(id)]).toEqual([id, []])
  }
  await clean()
  for (const id of all) {
    const { isUnlisted } = (await storedArticle(db, id, NOW)).manuscript
    await typed(id, { isUnlisted: !isUnlisted })
    const correction = { as: 'correction', note: `The time was wrong (${id}).` } as const
    expect(await publishChanges(db, { ...(await gate(id)), ...correction })).toHaveProperty('version')
    await clean()
  }
  expect(await withdraw(db, { ...(await gate(original)), reason: 'Under review' })).toHaveProperty('version')
  await clean()
  expect(await republish(db, await gate(original))).toHaveProperty('version')
})

const KNOWN = {
  sections: [CITY, WORLD],
  topics: [HARBOUR, ELECTIONS],
  authors: [MARA, TOMAS],
  pictures: [BRIDGE, DREDGER, SMALL, 4],
  stories: [FERRY, TRAM],
}
const anyStory = fc.record({
  manuscript: anyManuscript(KNOWN),
  isTranslation: fc.boolean(),
  language: fc.option(fc.constantFrom('en', 'hi', 'pt-br')),
  verb: fc.constantFrom('publish' as const, 'publish' as const, 'schedule' as const),
  after: fc.option(
    fc.record({
      as: fc.constantFrom('fix' as const, 'update' as const, 'correction' as const),
      note: anyNote,
      isUnlisted: fc.boolean(),
    }),
    { freq: 1 },
  ),
})
/** Of so many runs one looks at the pages too, because to render and judge them takes as long as to publish. */
const RUNS_PER_LOOK = 4

/** A story alone, or with others of which some translate the first. */
const anyFamily = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(anyStory) },
  { weight: 1, arbitrary: fc.array(anyStory, { minLength: 2, maxLength: 3 }) },
)

it(
  'whatever the checklist lets pass goes through the gate, and its page has no fault that nobody can mend',
  async () => {
    let [runs, passed, refused] = [0, 0, 0]
    await fc.assert(
      fc.asyncProperty(anyFamily, async (family) => {
        runs += 1
        // A store of thousands of stories would be slow to search.
        if (runs % 300 === 0) db = await aFilledPaper()
        const out: number[] = []
        let original: number | null = null
        for (const { manuscript, isTranslation, language, verb, after } of family) {
          const translationOfId = isTranslation ? original : null
          const id = await written({ ...manuscript, translationOfId, ...(language && { language }) })
          original ??= id
          const blockers = await blockersOf(id)
          const ask = await gate(id)
          const outcome = verb === 'publish' ? await publish(db, ask) : await schedule(db, { ...ask, at: TOMORROW })
          if ('problems' in outcome) expect(outcome.problems.map(({ message }) => message)).toEqual(blockers)
          expect('version' in outcome).toBe(blockers.length === 0)
          if (blockers.length) refused += 1
          else {
            passed += 1
            out.push(id)
            if (!after || verb === 'schedule') continue
            await typed(id, { isUnlisted: after.isUnlisted, kicker: `${manuscript.kicker} again` })
            const { as, note } = after
            if ((await blockersOf(id)).length) continue
            expect(await publishChanges(db, { ...(await gate(id)), as, note })).toHaveProperty('version')
          }
        }
        if (runs % RUNS_PER_LOOK) return
        for (const id of out) expect(await siteFaultsOf(id)).toEqual([])
      }),
      { numRuns: propertyRuns() },
    )
    expect(passed).toBeGreaterThan(refused)
  },
  10 * PROPERTY_TIMEOUT_MS,
)
