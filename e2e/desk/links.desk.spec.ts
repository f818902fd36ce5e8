import type { Page } from 'playwright/test'
import { storedArticle } from '@/db/editing/stored-article'
import { reviseArticle, writeArticle } from '@/db/editing/writing'
import { addProposals } from '@/db/linking/link-proposals'
import { publish, withdraw } from '@/db/publishing/publishing'
import { sections } from '@/db/store/schema'
import { violations } from '@/e2e/testing/accessibility'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { type Desk, expect, test } from '@/e2e/testing/desk'
import { press } from '@/e2e/testing/press'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { MINUTE_MS } from '@/lib/time/durations'

const BY = withoutAccount('Jo Stringer')
const SAID = [
  'The Harbour Board will close the channel for eleven nights while the dredger lifts silt between Salt Quay and the grain pier, it said on Monday.',
  'The Orle ferry will sail by day only, and Lowgate Bridge will swing for ships at low water, when no tram is on it, the board and City Tramways agreed.',
  'Henrike Soll of City Tramways said that Line 4 would reopen as planned: a tram that waits for a ship is late by four minutes, she said, and no more.',
  'Orle Yard has two ferries for Dunlin to build, and asked that the tugs be let through to its slip; its steel comes by sea, from the pier at Salt Quay.',
]

async function story(desk: Desk, headline: string, minutes: number): Promise<number> {
  const { db } = desk.paper
  const [section] = await db.select({ id: sections.id }).from(sections).limit(1)
  const at = new Date(PRINTED_AT.getTime() + minutes * MINUTE_MS)
  const id = await writeArticle(db, {
    draft: {
      headline,
      standfirst: 'Ferries sail by day.',
      sectionId: section?.id ?? null,
      language: 'en',
      body: [...SAID, ...SAID].map((words, place) => paragraph(`p${place + 1}`, `${words} ${headline}.`)),
      bylines: [{ authorId: null, name: 'Jo Stringer' }],
    },
    by: BY,
    now: at,
  })
  await publish(db, { id, by: BY, now: at })
  return id
}

const tabs = (page: Page) => page.getByRole('navigation', { name: 'Parts of the link desk' })
const place = (page: Page, headline: string) => page.getByRole('button', { name: `Place the link in: ${headline}` })

test('once a story is published, older stories of the paper wait at the link desk with a reason and a place', async ({
  desk,
}) => {
  const page = await desk.signedIn('Ines Dahl', 'editor')
  await story(desk, 'Harbour channel closes by night for the dredger', 0)
  await expect(async () => {
    await page.goto('/admin/links')
    await expect(page.getByRole('heading', { name: 'Harbour channel closes by night for the dredger' })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: /^Place the link in: / }).first()).toBeVisible()
  expect(await violations(page)).toEqual([])
})

test('a batch of back-links is placed by keys, read by readers, and taken back to what it was; an edited story keeps its edits', async ({
  desk,
}) => {
  const { db } = desk.paper
  const older = [
    await story(desk, 'Low water keeps the tugs in', -300),
    await story(desk, 'Fish auction counts its boats', -200),
  ]
  const newer = await story(desk, 'Channel opens again', -1)
  // Whatever the site finds meanwhile, these two wait.
  const found = older.map((sourceId) => ({ sourceId, reason: 'Both tell of the channel' }))
  await addProposals(db, { targetId: newer, found, now: PRINTED_AT })
  const before = await Promise.all(older.map(async (id) => (await storedArticle(db, id, PRINTED_AT)).snapshot))
  const page = await desk.signedIn('Ines Dahl', 'editor')
  await page.goto('/admin/links')
  const group = page.getByRole('region', { name: 'Channel opens again' })
  await expect(place(page, 'Low water keeps the tugs in')).toBeVisible()
  await press(group.getByRole('button', { name: /^Place all/ }))
  await expect(group).toHaveCount(0)

  const reader = await desk.pageFor(null)
  await reader.goto(`/city/low-water-keeps-the-tugs-in-${older[0]}`)
  await expect(reader.locator('aside[data-element="also-read"] a', { hasText: 'Channel opens again' })).toBeVisible()
  const placed = await storedArticle(db, older[0] ?? 0, PRINTED_AT)
  expect(placed.snapshot.updatedAt).toBeNull()
  const now = new Date(PRINTED_AT.getTime() + MINUTE_MS)
  await reviseArticle(db, { id: older[1] ?? 0, change: { kicker: 'Fish' }, by: BY, now, reason: 'fixed' })

  await tabs(page).getByRole('link', { name: 'Placed' }).click()
  await expect(page.getByRole('row', { name: /2 links, by Ines Dahl/ })).toBeVisible()
  expect(await violations(page)).toEqual([])
  await press(page.getByRole('button', { name: 'Take back these 2 links' }))
  await expect(page.getByRole('status').filter({ hasText: 'One story is as it was before.' })).toContainText(
    'Fish auction',
  )
  const after = await Promise.all(older.map(async (id) => (await storedArticle(db, id, PRINTED_AT)).snapshot))
  expect(after.map(({ body }) => JSON.stringify(body))).toEqual(before.map(({ body }) => JSON.stringify(body)))
  expect(after[1]?.kicker).toBe('Fish')
  await reader.reload()
  await expect(reader.locator('aside[data-element] a', { hasText: 'Channel opens again' })).toHaveCount(0)
})

test('a refused proposal is not shown again, and contributors have no link desk', async ({ desk }) => {
  const older = await story(desk, 'Low water keeps the tugs in', -300)
  const newer = await story(desk, 'Channel opens again', -1)
  await addProposals(desk.paper.db, { targetId: newer, found: [{ sourceId: older, reason: 'Both' }], now: PRINTED_AT })
  const page = await desk.signedIn('Ines Dahl', 'editor')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/admin/links')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await press(page.getByRole('button', { name: 'Refuse the link from: Low water keeps the tugs in' }))
  await expect(place(page, 'Low water keeps the tugs in')).toHaveCount(0)
  const other = await desk.signedIn('Bo Lind', 'contributor')
  expect((await other.goto('/admin/links'))?.status()).toBe(403)
})

test('stories without links are listed, looked for by one key, and their map leads on', async ({ desk }) => {
  const older = await story(desk, 'Low water keeps the tugs in', -300)
  await story(desk, 'Channel opens again', -1)
  const page = await desk.signedIn('Ines Dahl', 'editor')
  await page.goto('/admin/links?view=orphans')
  await expect(tabs(page).getByRole('link', { name: /^Orphans \d+$/ })).toHaveAttribute('aria-current', 'page')
  const row = page.getByRole('row', { name: /Channel opens again/ })
  await expect(row).toContainText('0 links here, 0 links from here')
  await press(row.getByRole('button', { name: 'Look for links to: Channel opens again' }))
  await expect(row.getByRole('status')).toHaveText(/fits?; (it|they) waits? under Proposals|No story fits/)
  await row.getByRole('link', { name: 'Map of the links of: Channel opens again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Channel opens again')
  await expect(page.getByRole('heading', { name: 'Stories that link here 0' })).toBeVisible()

  const { db } = desk.paper
  const astray = { type: 'also-read', id: 'a1', target: { kind: 'article', article: older } } as const
  const ferry = await story(desk, 'Ferry sails by day', -2)
  const { snapshot } = await storedArticle(db, ferry, PRINTED_AT)
  const change = { body: [...snapshot.body, astray] }
  await reviseArticle(db, { id: ferry, change, by: BY, now: PRINTED_AT, reason: 'fixed' })
  await withdraw(db, { id: older, by: BY, now: PRINTED_AT, reason: 'It was about last year.' })
  await page.goto('/admin/links?view=unseen')
  await expect(page.getByRole('row', { name: /Ferry sails by day/ })).toContainText(
    'Withdrawn: Low water keeps the tugs in',
  )
  await page.goto(`/admin/links/${ferry}`)
  await page.getByRole('link', { name: 'Low water keeps the tugs in' }).click()
  await expect(page.getByRole('link', { name: 'Ferry sails by day' })).toBeVisible()
  expect(await violations(page)).toEqual([])
})
