import { withdraw } from '@/db/publishing/publishing'
import { mergeTimelines } from '@/db/timelines/merges'
import { addStories, splitTimeline } from '@/db/timelines/story-changes'
import { changeTimeline } from '@/db/timelines/timeline-changes'
import { timelineBySlug } from '@/db/timelines/timelines'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/paper'
import { withoutAccount } from '@/lib/revisions/saver'

const PATH = '/timelines/the-tram-to-the-harbour'
const BY = withoutAccount('Nadia Reyes')
const ACT = { by: BY, now: PRINTED_AT }

test('a timeline tells its stories by days from the newest on, and leads to the beginning [timelines]', async ({
  page,
  paper,
}) => {
  await page.goto(paper.url + PATH)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The tram to the harbour')
  await expect(page.getByText('This is how Line 4 came back to the water.')).toBeVisible()
  await expect(page.getByText('Story so far: 4 stories')).toBeVisible()
  const times = await page
    .locator('main article time')
    .evaluateAll((all) => all.map((time) => Date.parse(time.getAttribute('datetime') ?? '')))
  expect(times).toHaveLength(4)
  expect(times).toEqual([...times].sort((one, other) => other - one))
  await page.getByRole('link', { name: 'To the beginning' }).click()
  const first = page.locator('#beginning')
  await expect(first).toBeInViewport()
  await expect(page.locator('main article').last()).toHaveText((await first.textContent()) ?? '')
})

test('a story leads to its timeline, and the timeline to feeds and data of its own', async ({
  page,
  paper,
  request,
}) => {
  const { path } = await demoStory(paper, 'tram-line-4')
  await page.goto(paper.url + path)
  await page
    .getByRole('navigation', { name: 'Story so far' })
    .getByRole('link', { name: 'The tram to the harbour' })
    .click()
  await expect(page).toHaveURL(paper.url + PATH)
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', paper.url + PATH)
  await expect(page.locator('meta[name=robots]')).not.toHaveAttribute('content', /noindex/)
  const graph = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}')
  const collection = graph['@graph'].find((thing: { '@type': string }) => thing['@type'] === 'CollectionPage')
  expect(collection.mainEntity.itemListElement.map((item: { url: string }) => item.url)).toContain(paper.url + path)
  for (const format of ['rss.xml', 'atom.xml', 'feed.json']) {
    const feed = await request.get(`${paper.url}${PATH}/${format}`)
    expect(feed.status()).toBe(200)
    expect(await feed.text()).toContain(path)
  }
  expect(await (await request.get(`${paper.url}/sitemaps/timelines.xml`)).text()).toContain(PATH)
})

test('a story that is withdrawn leaves its timeline; with fewer than three it is shown by no story and not listed', async ({
  page,
  ownPaper: paper,
}) => {
  const stays = await demoStory(paper, 'tram-line-4')
  await page.goto(paper.url + stays.path)
  await expect(page.getByText('(4 stories)')).toBeVisible()
  for (const [key, left] of [
    ['lifting-bridge', 3],
    ['harbour-dredging', 2],
  ] as const) {
    const story = await demoStory(paper, key)
    await withdraw(paper.db, { id: story.id, ...ACT, reason: 'It was not so.' })
    await paper.catchUp()
    await page.goto(paper.url + PATH)
    await expect(page.getByRole('link', { name: story.headline })).toHaveCount(0)
    await expect(page.getByText(`Story so far: ${left} stories`)).toBeVisible()
  }
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  await page.goto(paper.url + stays.path)
  await expect(page.getByText('Story so far')).toHaveCount(0)
})

test('what editors do with a timeline is so on its page and on those of its stories', async ({
  page,
  ownPaper: paper,
}) => {
  const timeline = (await timelineBySlug(paper.db, 'the-tram-to-the-harbour')).value
  const id = timeline?.id ?? 0
  const bridge = await demoStory(paper, 'lifting-bridge')
  const market = await demoStory(paper, 'market-hall')
  await page.goto(paper.url + market.path)
  await addStories(paper.db, { id, storyIds: [market.id], ...ACT })
  await changeTimeline(paper.db, {
    id,
    changes: { name: 'The tram comes back', slug: '', leadId: bridge.id },
    now: PRINTED_AT,
  })
  await paper.catchUp()
  await page.goto(paper.url + market.path)
  await page.getByRole('link', { name: 'The tram comes back' }).click()
  await expect(page).toHaveURL(`${paper.url}/timelines/the-tram-comes-back`)
  await expect(page.locator('main article').first()).toContainText(bridge.headline)
  expect((await page.goto(paper.url + PATH))?.url()).toBe(`${paper.url}/timelines/the-tram-comes-back`)

  const split = await splitTimeline(paper.db, { id, storyIds: [market.id], name: 'The market', ...ACT })
  await mergeTimelines(paper.db, { id: split && 'id' in split ? split.id : 0, into: id, ...ACT })
  await paper.catchUp()
  expect((await page.goto(`${paper.url}/timelines/the-market`))?.url()).toBe(
    `${paper.url}/timelines/the-tram-comes-back`,
  )
  await expect(page.getByText((await publicStory(paper, market.id)).headline)).toBeVisible()
})
