import type { Page } from 'playwright/test'
import { makeToken, revokeToken } from '@/db/accounts/api-tokens'
import { allUsers } from '@/db/accounts/users'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { addClicks } from '@/db/audience/clicks'
import { logAction } from '@/db/audit/log'
import { takeBackBatch } from '@/db/back-links/batches'
import { listedBatches, listedProposals } from '@/db/back-links/listed-links'
import { acceptProposals } from '@/db/back-links/place-links'
import { sharePreview } from '@/db/editing/preview-links'
import { addProposals, proposalCount } from '@/db/linking/link-proposals'
import { planStory } from '@/db/planning/plans'
import { outsideAddresses, outsideLinks } from '@/db/store/linking-schema'
import { inTransaction } from '@/db/store/open'
import { refuseProposal } from '@/db/timelines/refusals'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, proposedIn } from '@/e2e/testing/demo-story'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { fetchFrom } from '@/e2e/testing/site-response'

/** The rules that another colour scheme can break, and those that another width can; the markup stays the same. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block']
const RULES_OF_WIDTHS = ['color-contrast', 'target-size']

type Pages = [name: string, path: (desk: Desk) => Promise<string>][]

/** Every page of the desk, for an admin. */
const PAGES: Record<string, Pages> = {
  stories: [
    ['first', async () => '/admin'],
    ['plans', plansPage],
    ['list of plans', async (desk) => `${await plansPage(desk)}?as=list`],
    ['notifications', async () => '/admin/notifications'],
    ['list of stories', async () => '/admin/articles'],
    ['list without a story', async () => '/admin/articles?q=zebra'],
    // Last saved in another year, which takes the most room to say.
    ['writing room', async (desk) => `/admin/articles/${(await demoStory(desk.paper, 'panda-diplomacy')).id}`],
    ['revisions', async (desk) => `/admin/articles/${(await demoStory(desk.paper, 'ferry-day')).id}/revisions`],
    ['preview', async (desk) => `/admin/articles/${(await demoStory(desk.paper, 'ferry-day')).id}/preview`],
  ],
  'the paper': [
    ['sections', async () => '/admin/sections'],
    ['topics', async () => '/admin/topics'],
    ['timelines', timelinesPage],
    ['timeline', async () => '/admin/timelines/1'],
    ['authors', async () => '/admin/authors'],
    ['pages', async () => '/admin/pages'],
    ['page room', async () => '/admin/pages/1'],
    ['page history', async () => '/admin/pages/1/versions'],
    ['menus', async () => '/admin/menus'],
    ['pictures', async () => '/admin/pictures'],
    ['picture', async () => '/admin/pictures/1'],
  ],
  'the site': [
    ['deliveries', async () => '/admin/deliveries'],
    ['addresses', addressesPage],
    ['links', linksPage],
    ['placed links', placedLinksPage],
    ['links that readers follow', followedPage],
    ['addresses of other sites', deadPage],
    ['stories without links', async () => '/admin/links?view=orphans'],
    ['map of links', async (desk) => `/admin/links/${(await demoStory(desk.paper, 'fish-auction')).id}`],
    ['people', async () => '/admin/people'],
    ['log', logPage],
    ['tokens', tokensPage],
    ['settings', async () => '/admin/settings'],
    ['account', async () => '/admin/account'],
    ['missing', async () => '/admin/nowhere'],
  ],
}

/** The page with content: a story that is due, one that is late, and one without a deadline. */
async function plansPage({ paper }: Desk): Promise<string> {
  const by = { id: (await allUsers(paper.db))[0]?.id ?? '', name: 'Ada Reed' }
  for (const [title, hours] of [
    ['The new crane', 5],
    ['The old crane', -5],
    ['Some crane', null],
  ] as const) {
    const deadline = hours === null ? null : new Date(PRINTED_AT.getTime() + hours * 3_600_000)
    await planStory(paper.db, { title, sectionId: null, change: { deadline, assigneeId: by.id }, by, now: PRINTED_AT })
  }
  return '/admin/plans'
}

/** The page with content: two older stories that may link to another one, wherever they have room. */
async function linksPage({ paper }: Desk): Promise<string> {
  const keys = ['market-hall', 'fish-auction', 'shipyard-order', 'wind-lease', 'flour-price', 'tram-line-4']
  const found = keys.map(async (key) => (await demoStory(paper, key)).id)
  const { id: targetId } = await demoStory(paper, 'tram-strike-averted')
  const proposed = (await Promise.all(found)).map((sourceId) => ({ sourceId, reason: 'Both tell of the ferry' }))
  await addProposals(paper.db, { targetId, found: proposed, now: PRINTED_AT })
  expect(await proposalCount(paper.db)).toBeGreaterThan(0)
  return '/admin/links'
}

/** The page with content: an address without an answer, and one that is gone. */
async function deadPage({ paper }: Desk): Promise<string> {
  const { id: sourceId } = await demoStory(paper, 'fish-auction')
  const times = { nextCheckAt: PRINTED_AT, checkedAt: PRINTED_AT, failedSince: PRINTED_AT, failedDays: 3 }
  await inTransaction(paper.db, async (tx) => {
    for (const [url, status] of [
      ['https://harbour.example/tides/2019/autumn', 404],
      ['https://gone.example/', null],
    ] as const) {
      await tx.insert(outsideLinks).values({ sourceId, url })
      await tx
        .insert(outsideAddresses)
        .values({ ...times, url, status, problem: status ? '' : 'Its name is not known' })
    }
  })
  return '/admin/links?view=outside'
}

/** The page with content: links of two stories that readers followed. */
async function followedPage({ paper }: Desk): Promise<string> {
  const ids = [(await demoStory(paper, 'fish-auction')).id, (await demoStory(paper, 'wind-lease')).id]
  const counts = ids.flatMap((articleId) => [
    { articleId, block: 'also-read' as const, place: 1, item: 1, clicks: 1200 },
    { articleId, block: 'related-news' as const, place: 2, item: 2, clicks: 30 },
  ])
  await addClicks(paper.db, { counts, at: PRINTED_AT })
  return '/admin/links?view=clicks&days=30'
}

/** The page with content: a batch that was taken back, and one that was not. */
async function placedLinksPage(desk: Desk): Promise<string> {
  await linksPage(desk)
  const { db } = desk.paper
  const by = { id: null, name: 'Ada Reed' }
  for (const isTakenBack of [true, false]) {
    const { stories } = await listedProposals(db, { page: 1 })
    const accepted = stories.flatMap(({ proposals }) =>
      proposals.map(({ id, source }) => ({ id, version: source.version })),
    )
    await acceptProposals(db, { accepted, by, now: PRINTED_AT })
    const { batches } = await listedBatches(db, { page: 1 })
    if (isTakenBack) await takeBackBatch(db, { id: batches[0]?.id ?? 0, by, now: PRINTED_AT })
  }
  return '/admin/links?view=placed'
}

/** The page with content: a proposal, a timeline and a refusal. */
async function timelinesPage({ paper }: Desk): Promise<string> {
  await proposedIn(paper, ['ferry-day', 'museum-roof', 'market-hall'])
  const storyIds = [await demoStory(paper, 'pyongyang-visit'), await demoStory(paper, 'panda-diplomacy')].map(
    ({ id }) => id,
  )
  await refuseProposal(paper.db, { storyIds, by: { name: 'Ada Reed' }, now: PRINTED_AT })
  return '/admin/timelines'
}

/** The page with content: an entry with an address and a detail. */
async function logPage({ paper }: Desk): Promise<string> {
  const by = { kind: 'person' as const, id: null, name: 'Omar Lind', address: '203.0.113.7' }
  const thing = { id: 1, name: 'Harbour' }
  await logAction(paper.db, { action: 'topic merged', thing, detail: 'into Port', by, now: PRINTED_AT })
  return '/admin/log'
}

/** The page with content: a token that can be used, and one that was revoked. */
async function tokensPage({ paper }: Desk): Promise<string> {
  const userId = (await allUsers(paper.db))[0]?.id ?? ''
  const token = { userId, scopes: ['read' as const], by: 'Ada Reed', expiresAt: null, now: PRINTED_AT }
  await makeToken(paper.db, { ...token, name: 'Wire' })
  const old = await makeToken(paper.db, { ...token, name: 'Old wire' })
  if ('id' in old) await revokeToken(paper.db, { id: old.id, now: PRINTED_AT })
  return '/admin/tokens'
}

/** The page with content: a missed address with a suggested story, and a redirect added by hand. */
async function addressesPage({ paper }: Desk): Promise<string> {
  const headers = { Referer: `${paper.url}/politics` }
  for (const path of ['/archive/2019/ferry-day.html', '/politic']) await fetchFrom(paper, path, { headers })
  await addRedirect(paper.db, { from: '/old', target: { toPath: '/city' }, siteUrl: paper.url, now: PRINTED_AT })
  return '/admin/addresses'
}

async function shutsNobodyOut(page: Page): Promise<void> {
  expect.soft(await violations(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violations(page, { only: RULES_OF_COLOURS }), 'dark').toEqual([])
  await page.setViewportSize({ width: 360, height: 740 })
  expect.soft(await violations(page, { only: RULES_OF_WIDTHS }), 'dark, on a phone').toEqual([])
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect.soft(sideways, 'nothing stands beyond the edge of a phone').toBeLessThanOrEqual(0)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1280, height: 720 })
}

for (const [part, pages] of Object.entries(PAGES)) {
  test(`the desk’s pages of ${part} have no accessibility violations, in light, in dark and on a phone`, async ({
    desk,
  }) => {
    const page = await desk.signedIn('Ada Reed', 'admin')
    for (const [name, path] of pages) {
      await test.step(name, async () => {
        await page.goto(await path(desk))
        await expect(page.locator('main')).toBeVisible()
        await page.waitForLoadState('networkidle')
        await shutsNobodyOut(page)
      })
    }
  })
}

test('the sign-in page has no accessibility violations', async ({ desk }) => {
  await desk.addAccount('Ada Reed', 'admin')
  const page = await desk.pageFor(null)
  await page.goto('/admin/sign-in')
  await shutsNobodyOut(page)
})

test('a preview for a reader without an account has no accessibility violations', async ({ desk }) => {
  const { id } = await demoStory(desk.paper, 'ferry-day')
  const link = { articleId: id, hours: 1, by: 'Ada Reed', now: PRINTED_AT }
  const page = await desk.pageFor(null)
  for (const more of [{}, { version: 1 }]) {
    const { secret } = await sharePreview(desk.paper.db, { ...link, ...more })
    await page.goto(`/preview/${secret}`)
    await shutsNobodyOut(page)
  }
})
