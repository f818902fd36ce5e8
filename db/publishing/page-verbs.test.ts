import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { throwAwayPicture } from '@/db/library/bin'
import { menuLinks } from '@/db/paper/menus'
import {
  deletedPages,
  emptiedPageBins,
  emptyPageBin,
  purgeDeletedPages,
  recoverPage,
  undoPageEmptying,
} from '@/db/paper/page-bin'
import {
  allPages,
  pageById,
  pageBySlug,
  pageVersion,
  pageVersionsOf,
  type StoredPage,
  startPage,
} from '@/db/paper/pages'
import { sectionAddressProblem } from '@/db/paper/sections'
import {
  deletePage,
  discardPageChanges,
  type PageOutcome,
  publishPage,
  readdressPage,
  restorePageVersion,
  savePage,
  takeDownPage,
} from '@/db/publishing/page-verbs'
import { standingPage } from '@/db/reading/standing-pages'
import { staleSince } from '@/db/store/invalidation'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { aPaper, BRIDGE, hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import type { PageContent } from '@/lib/paper/page-content'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

const MARA = withoutAccount('Mara Quill')
const TOMAS = withoutAccount('Tomas Reed')
const A = paragraph('a', 'We keep your address for a year.')
const A_CHANGED = paragraph('a', 'We keep it for a month.')
const B = paragraph('b', 'Nobody else gets it.')

let db: MemoryStore
let id: number

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
  const content = { headline: 'Privacy', description: '', body: [A, B] }
  id = await startPage(db, { slug: 'privacy', content, by: MARA, now: hoursAgo(5) })
})

async function stored(): Promise<StoredPage> {
  const page = await pageById(db, id)
  if (!page) throw new Error('the page is there')
  return page
}

async function act<Given extends object>(
  verb: (
    db: MemoryStore,
    act: Given & { id: number; version: number; by: typeof MARA; now: Date },
  ) => Promise<PageOutcome>,
  given: Given,
): Promise<PageOutcome> {
  return verb(db, { ...given, id, version: (await stored()).version, by: MARA, now: NOW })
}

const publish = () => act(publishPage, {})
const drop = async (version?: number) => deletePage(db, { id, version: version ?? (await stored()).version, now: NOW })
const typed = async (change: Partial<PageContent>, basedOn?: number, by = MARA) =>
  savePage(db, {
    id,
    basedOn: basedOn ?? (await stored()).version,
    by,
    now: NOW,
    content: { ...(await stored()).content, ...change },
  })
const shown = async () => {
  const { value } = await standingPage(db, { slug: (await stored()).slug, now: NOW })
  return value?.state === 'public' ? value.content.headline : (value?.state ?? null)
}
const message = (outcome: PageOutcome) => (outcome && 'problems' in outcome ? outcome.problems[0]?.message : outcome)

describe('publishing', () => {
  test('gives readers the text, its address, and the entry at the foot of every page', async () => {
    expect(await shown()).toBeNull()
    expect(await addressOf(db, { path: '/privacy', now: NOW })).toEqual({ kind: 'missing' })
    await publish()
    expect(await shown()).toBe('Privacy')
    expect(await addressOf(db, { path: '/privacy', now: NOW })).toEqual({ kind: 'page' })
    expect((await menuLinks(db)).value.footer).toContainEqual({ name: 'Privacy', href: '/privacy' })
    expect((await staleSince(db, 0)).tags).toEqual(expect.arrayContaining([tags.standingPage('privacy'), tags.site]))
  })

  test('is refused with a picture that may not be used, or that was thrown away', async () => {
    await typed({ body: [A, { type: 'image', id: 'p', media: BRIDGE }] })
    await db.update(media).set({ rightsCategory: 'forbidden' }).where(eq(media.id, BRIDGE))
    expect(message(await publish())).toContain('It is not to be used.')
    await db.update(media).set({ rightsCategory: 'own', deletedAt: NOW }).where(eq(media.id, BRIDGE))
    expect(message(await publish())).toContain('It is in the bin.')
    await db.update(media).set({ deletedAt: null }).where(eq(media.id, BRIDGE))
    expect(await publish()).toMatchObject({ publishedVersion: (await stored()).version })
  })

  test('is refused without words, with something unfinished, or with a picture that says nothing', async () => {
    await typed({ body: [] })
    expect(message(await publish())).toBe('Nothing is written on the page yet.')
    await typed({ headline: '', body: [A] })
    expect(message(await publish())).toBe('The page has no headline yet.')
    await typed({ headline: 'Privacy', body: [{ type: 'image', id: 'p', media: 99 }] })
    expect(message(await publish())).toContain('alt text')
    await typed({ body: [{ type: 'image', id: 'p', media: BRIDGE }] })
    expect(await publish()).toMatchObject({ publishedVersion: (await stored()).version })
  })

  test('is refused when readers have that text, and when somebody saved meanwhile', async () => {
    const seen = (await stored()).version
    await typed({ headline: 'Your data' })
    expect(await publishPage(db, { id, version: seen, by: TOMAS, now: NOW })).toMatchObject({
      conflict: { savedBy: 'Mara Quill', version: seen + 1 },
    })
    await publish()
    expect(message(await publish())).toBe('Readers have this text already.')
  })
})

describe('what is saved', () => {
  test('is seen by nobody before it is published, and can be discarded', async () => {
    await publish()
    await typed({ headline: 'Your data' })
    expect(await shown()).toBe('Privacy')
    await act(discardPageChanges, {})
    expect((await stored()).content.headline).toBe('Privacy')
    expect((await stored()).version).toBe((await stored()).publishedVersion)
    expect(message(await act(discardPageChanges, {}))).toBe('There are no changes to discard.')
  })

  test('by two people is merged', async () => {
    const basedOn = (await stored()).version
    await typed({ body: [A_CHANGED, B] }, basedOn)
    const saved = await savePage(db, {
      id,
      basedOn,
      by: TOMAS,
      now: NOW,
      content: { headline: 'Your privacy', description: '', body: [A, B] },
    })
    expect(saved?.asideVersion).toBeNull()
    expect(saved?.page.content).toMatchObject({
      headline: 'Your privacy',
      body: [A_CHANGED, B],
    })
  })

  test('and gives way to the same place of somebody else, is a version of its own', async () => {
    const basedOn = (await stored()).version
    await typed({ headline: 'Your data' }, basedOn)
    const saved = await savePage(db, {
      id,
      basedOn,
      by: TOMAS,
      now: NOW,
      content: { headline: 'Our promise', description: '', body: [A, B] },
    })
    expect(saved?.page.content.headline).toBe('Your data')
    const aside = await pageVersion(db, { pageId: id, version: saved?.asideVersion ?? 0 })
    expect(aside?.headline).toBe('Our promise')
  })

  test('twice changes nothing the second time', async () => {
    await typed({ headline: 'Your data' })
    const { version } = await stored()
    await typed({ headline: 'Your data' })
    expect((await stored()).version).toBe(version)
  })

  test('long ago is pruned to one version a sitting, but for what readers have', async () => {
    await publish()
    for (const headline of ['Y', 'Yo', 'You', 'Your data']) await typed({ headline })
    const later = { id, basedOn: (await stored()).version, by: MARA, now: hoursAhead(30) }
    await savePage(db, { ...later, content: { headline: 'Your data and us', description: '', body: [A, B] } })
    const kept = (await pageVersionsOf(db, id)).map(({ version, reason }) => `${version} ${reason}`)
    expect(kept).toEqual(['7 saved', '6 saved', '2 published', '1 written'])
  })
})

describe('an earlier version', () => {
  test('becomes the text that editors work on, and waits to be published', async () => {
    const first = (await stored()).version
    await typed({ headline: 'Your data' })
    await publish()
    await act(restorePageVersion, { restored: first })
    expect((await stored()).content.headline).toBe('Privacy')
    expect(await shown()).toBe('Your data')
    expect(message(await act(restorePageVersion, { restored: 99 }))).toBe('This version is not kept any more.')
  })
})

describe('the address', () => {
  test('of a page that readers knew leads to the new one, and nothing waits to be published [standing-pages]', async () => {
    await publish()
    await act(readdressPage, { slug: 'your-data' })
    expect(await addressOf(db, { path: '/privacy', now: NOW })).toEqual({ kind: 'redirect', location: '/your-data' })
    expect(await addressOf(db, { path: '/your-data', now: NOW })).toEqual({ kind: 'page' })
    expect((await stored()).publishedVersion).toBe((await stored()).version)
  })

  test.each([
    ['city', 'The section City has the address'],
    ['admin', 'is an address the site needs itself'],
    ['year-2024', 'may not end in a dash and a number'],
    ['Two Words', 'lower-case'],
    ['about', 'is the address of a page of its own'],
  ])('“%s” is refused', async (slug, words) => {
    expect(message(await act(readdressPage, { slug }))).toContain(words)
  })

  test('of a page is none for a section', async () => {
    expect(await sectionAddressProblem(db, { slug: 'privacy', self: null })).toContain('A page of the paper')
  })
})

describe('taking down', () => {
  test('leaves a notice at the address and no entry in a menu; publishing brings the page back', async () => {
    await publish()
    await act(takeDownPage, {})
    expect(await shown()).toBe('taken-down')
    expect((await menuLinks(db)).value.footer.map(({ href }) => href)).not.toContain('/privacy')
    expect(message((await drop()) as PageOutcome)).toContain('Take it down instead')
    await publish()
    expect(await shown()).toBe('Privacy')
  })

  test('is refused for a page that every paper has', async () => {
    const content = { headline: 'Contact', description: '', body: [A] }
    id = await startPage(db, { slug: 'contact', content, by: MARA, now: NOW })
    await publish()
    expect(message(await act(takeDownPage, {}))).toContain('on every paper')
    expect(message(await act(readdressPage, { slug: 'call-us' }))).toContain('at this address')
  })
})

test('a page that readers never had can be deleted, and is not there any more', async () => {
  const { version } = await stored()
  expect(await drop()).toEqual({})
  expect(await pageById(db, id)).toBeNull()
  expect(await drop(version)).toBeNull()
})

describe('a page that was deleted', () => {
  const privacy = (headline: string) =>
    startPage(db, { slug: 'privacy', content: { headline, description: '', body: [A] }, by: TOMAS, now: NOW })

  test('is in the bin, where nothing else of it is found, and comes back with its text, history and address', async () => {
    const before = await stored()
    const versions = await pageVersionsOf(db, id)
    await drop()
    expect(await deletedPages(db)).toEqual([{ id, headline: 'Privacy', slug: 'privacy', deletedAt: NOW }])
    expect([await allPages(db), await pageBySlug(db, 'privacy')]).toEqual([[], null])
    expect(await recoverPage(db, { id, now: NOW })).toEqual({ id })
    expect(await recoverPage(db, { id, now: NOW })).toEqual({ id })
    expect([await stored(), await pageVersionsOf(db, id)]).toEqual([before, versions])
    expect(await deletedPages(db)).toEqual([])
  })

  test('leaves its address to another page, and comes back at another one then', async () => {
    await drop()
    await privacy('Privacy, again')
    expect(await sectionAddressProblem(db, { slug: 'privacy', self: null })).not.toBeNull()
    await recoverPage(db, { id, now: NOW })
    expect((await stored()).slug).toBe('privacy-recovered')
  })

  test('is gone for good after thirty days, unless it was recovered', async () => {
    await drop()
    expect(await purgeDeletedPages(db, { now: hoursAhead(24 * 30 - 1) })).toBe(0)
    expect(await purgeDeletedPages(db, { now: hoursAhead(24 * 30) })).toBe(1)
    expect([await deletedPages(db), await recoverPage(db, { id, now: NOW })]).toEqual([[], null])
    id = await privacy('Privacy')
    await drop()
    await recoverPage(db, { id, now: NOW })
    expect(await purgeDeletedPages(db, { now: hoursAhead(24 * 31) })).toBe(0)
  })

  test('goes when the bin is emptied, which can be undone for a day', async () => {
    await drop()
    expect(await emptyPageBin(db, { until: hoursAgo(1), by: MARA, now: NOW })).toBe(0)
    expect(await emptyPageBin(db, { until: NOW, by: MARA, now: NOW })).toBe(1)
    expect([await deletedPages(db), await recoverPage(db, { id, now: NOW })]).toEqual([[], null])
    expect(await emptiedPageBins(db, { now: hoursAhead(23) })).toEqual([
      { emptiedAt: NOW.getTime(), emptiedBy: MARA.name, count: 1, until: hoursAhead(24).getTime() },
    ])
    expect(await undoPageEmptying(db, { emptiedAt: NOW, now: hoursAhead(23) })).toBe(1)
    expect(await deletedPages(db)).toMatchObject([{ id, deletedAt: hoursAhead(23) }])
    await emptyPageBin(db, { until: hoursAhead(23), by: MARA, now: hoursAhead(23) })
    expect(await purgeDeletedPages(db, { now: hoursAhead(46) })).toBe(0)
    expect(await undoPageEmptying(db, { emptiedAt: hoursAhead(23), now: hoursAhead(47) })).toBe(0)
    expect(await purgeDeletedPages(db, { now: hoursAhead(47) })).toBe(1)
  })

  test('keeps its pictures from being thrown away', async () => {
    await typed({ body: [{ type: 'image', id: 'c', media: BRIDGE }] })
    await drop()
    const editor = { id: 'mara', role: 'editor' as const }
    expect(await throwAwayPicture(db, { id: BRIDGE, editor, now: NOW })).toMatchObject({ problems: [{}] })
  })
})

test('a page that somebody else goes on writing is not deleted', async () => {
  const { version } = await stored()
  await typed({ body: [A_CHANGED, B] }, version, TOMAS)
  expect(await drop(version)).toMatchObject({ conflict: { version: version + 1, savedBy: 'Tomas Reed' } })
  expect((await stored()).content.body).toEqual([A_CHANGED, B])
})
