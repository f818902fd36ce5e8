import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import LinkMapPage from '@/app/admin/links/[story]/page'
import LinksPage from '@/app/admin/links/page'
import { addClicks } from '@/db/audience/clicks'
import { listedProposals } from '@/db/back-links/listed-links'
import { acceptProposals } from '@/db/back-links/place-links'
import { addProposals } from '@/db/linking/link-proposals'
import { outsideAddresses, outsideLinks } from '@/db/store/linking-schema'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { links } from '@/db/store/schema'
import { aPaper, aStory, hoursAgo, NOW } from '@/db/testing/fixtures'
import type { Editor } from '@/lib/accounts/permissions'
import { LINK_VIEWS, type LinkView, linksAddress } from '@/lib/desk/links/links-query'
import { paragraph } from '@/lib/testing/body-fixtures'

const EDITOR: Editor = { id: 'ines', name: 'Ines Dahl', email: 'ines@observer.example', role: 'admin' }
const OLDER = 'Ferry stops for a day'
const NEWER = 'Ferry sails again'

let db: MemoryStore

// Modules that another file of this worker loaded are bound to what that file put in their place.
vi.hoisted(() => vi.resetModules())
vi.mock('server-only', () => ({}))
vi.mock('next/navigation', () => ({ useRouter: () => ({}), usePathname: () => '', forbidden: () => {} }))
vi.mock('@/app/store', () => ({ store: async () => db, dataDir: () => '' }))
vi.mock('@/app/_desk/editor', () => ({ requireEditor: async () => EDITOR }))
vi.mock('@/lib/pages/site-runtime', () => ({
  siteRuntime: () => ({ now: () => NOW, rendering: () => null, askerLeft: () => null, queryThreads: null }),
}))

beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

async function shown(page: Promise<ReactNode>): Promise<string> {
  return renderToStaticMarkup(await page)
}

const viewOf = (view: LinkView) => shown(LinksPage({ searchParams: Promise.resolve({ view }) }))

/** One of everything that the link desk lists. */
async function everything(): Promise<{ older: number; newer: number }> {
  const words = 'The ferry to Dunlin sails at six from the old quay. '.repeat(6)
  const body = [1, 2, 3, 4, 5].map((place) => paragraph(`p${place}`, words))
  const older = await aStory(db, { headline: OLDER, body, publishedAt: hoursAgo(50) })
  const again = await aStory(db, { headline: 'Ferry is painted', body, publishedAt: hoursAgo(40) })
  const newer = await aStory(db, { headline: NEWER, publishedAt: hoursAgo(2) })
  const draft = await aStory(db, { headline: 'A draft', state: 'draft', publishedAt: null })
  const found = [older, again].map((sourceId) => ({ sourceId, reason: 'Both tell of the ferry' }))
  await addProposals(db, { targetId: newer, found, now: NOW })
  const [proposal] = (await listedProposals(db, { page: 1 })).stories[0]?.proposals.slice(1) ?? []
  const accepted = [{ id: proposal?.id ?? 0, version: 1 }]
  await acceptProposals(db, { accepted, by: { id: null, name: EDITOR.name }, now: NOW })
  const linked = { sourceId: newer, place: 'also-read' as const, elementId: 'e1' }
  for (let position = 0; position < 13; position++)
    await db.insert(links).values({ ...linked, position, targetId: older })
  await db.insert(links).values({ ...linked, position: 13, targetId: draft })
  await addClicks(db, { counts: [{ articleId: newer, block: 'also-read', place: 1, item: 1, clicks: 3 }], at: NOW })
  await db.insert(outsideLinks).values({ sourceId: older, url: 'https://gone.example/' })
  const failed = { failedSince: hoursAgo(90), failedDays: 3, checkedAt: hoursAgo(1), status: 404 }
  await db.insert(outsideAddresses).values({ url: 'https://gone.example/', nextCheckAt: NOW, ...failed })
  return { older, newer }
}

const SHOWS: Record<LinkView, string[]> = {
  proposals: [NEWER, OLDER, 'Both tell of the ferry', 'Below'],
  placed: ['1 link, by Ines Dahl', 'Ferry is painted', `to ${NEWER}`, 'Take back'],
  orphans: ['Ferry is painted', 'Look for links'],
  'dead-ends': [OLDER],
  unseen: [NEWER, 'Draft:', 'A draft'],
  crowded: [NEWER, '13 links from here'],
  outside: ['https://gone.example/', 'Status 404', OLDER],
  clicks: ['Also read, block 1 of the story', NEWER, '3 (100 %)'],
}

test('every part of the link desk shows what there is, and how much', async () => {
  await everything()
  for (const view of LINK_VIEWS) {
    const markup = await viewOf(view)
    for (const words of SHOWS[view]) expect([view, markup.includes(words)]).toEqual([view, true])
    expect(markup).toContain(`href="${linksAddress({ view }).replace('&', '&amp;')}" aria-current="page"`)
  }
})

test('where there is nothing, each part says so in words', async () => {
  for (const view of LINK_VIEWS) {
    const markup = await viewOf(view)
    expect([view, /No (proposal|link|story|address) (waits|was|is)/.test(markup)]).toEqual([view, true])
  }
})

test('the map of a story names what links to it and what it links to, drawn and as lists', async () => {
  const { newer } = await everything()
  const markup = await shown(LinkMapPage({ params: Promise.resolve({ story: String(newer) }) }))
  expect(markup.match(/<path /g)).toHaveLength(3)
  expect(markup).toContain('role="img"')
  for (const words of ['Ferry is painted', OLDER, 'A draft', ' · draft']) expect(markup).toContain(words)
})
