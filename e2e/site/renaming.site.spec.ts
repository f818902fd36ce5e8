import { eq } from 'drizzle-orm'
import { readdress, rename, reviseArticle } from '@/db/editing/writing'
import { renameSection } from '@/db/paper/sections'
import { renameTopic } from '@/db/paper/topics'
import { topics } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, type PublicStory, publicStory, sectionId } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, type LinkPlace, pagesLinkingTo, type SiteResponse } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'

/*
 * All writes of these tests come from another process than the site, with every page in the page store. What
 * is requested once the site has polled the invalidation log must be current. The tests change one paper, one after another.
 */
let paper: Paper
/** A public story of the demo edition. */
let id: number

test.beforeAll(async () => {
  paper = await Paper.start()
  id = (await demoStory(paper, 'shipyard-order')).id
})
test.afterAll(() => paper.close())

const SEARCH = '/search?q=Orle+Yard'
const LATER = new Date(PRINTED_AT.getTime() + 1000)
const BY = { by: withoutAccount('The desk'), now: LATER }

/** Pages that name the story, one of each kind. */
const NAMED_ON = ['/', '/business', '/topics/shipping', SEARCH]

for (const [what, change] of [
  [
    'renamed',
    () => rename(paper.db, { id, headline: 'Two ferries, one slipway', slug: 'two-ferries-one-slipway', ...BY }),
  ],
  ['given a new headline alone', () => rename(paper.db, { id, headline: 'The yard gets its ferries', ...BY })],
  ['given a new address alone', () => readdress(paper.db, { id, slug: 'zwei-fähren', ...BY })],
] as const) {
  test(`a story that is ${what} is so on every page that names it`, async () => {
    const before = await publicStory(paper, id)
    const was = await crawl(paper, ['/', SEARCH])
    const naming = pagesLinkingTo(before.path, was)
    expect(naming).toEqual(expect.arrayContaining(NAMED_ON))
    expect(placesOfLinksTo(before.path, was)).toEqual(new Set(['also-read', 'related-news', 'prose', 'around']))
    expect(await change()).toHaveProperty('version')
    await paper.catchUp()

    const after = await publicStory(paper, id)
    const is = await crawl(paper, ['/', SEARCH])
    expect(pagesLinkingTo(after.path, is).sort()).toEqual(naming.sort())
    for (const path of naming) {
      const links = is.get(path)?.linksTo(after.path) ?? []
      expect(links.map(({ place }) => place)).toEqual(
        was
          .get(path)
          ?.linksTo(before.path)
          .map(({ place }) => place),
      )
      for (const { place, words } of links) if (place !== 'prose') expect(words, path).toContain(after.headline)
    }
    expect(is.get(after.path)).toMatchObject({ status: 200, canonical: paper.url + after.path })
    expect(is.get(after.path)?.wordsOf('h1')).toBe(after.headline)
    expectNoTraceOf(before, after, is)
    expectAllWhole(is)
    await expectOneHop(paper, before.path, after.path)
  })
}

test('a story that moves to another section leaves the lists of the first and is in those of the second', async () => {
  const before = await publicStory(paper, id)
  const was = await crawl(paper, ['/', SEARCH])
  const change = { sectionId: await sectionId(paper, 'politics') }
  await reviseArticle(paper.db, { id: id, change, reason: 'moved', ...BY })
  await paper.catchUp()

  const after = await publicStory(paper, id)
  expect(after.path).toBe(before.path.replace('/business/', '/politics/'))
  const is = await crawl(paper, ['/', SEARCH])
  expect(is.get('/business')?.linksTo(after.path)).toEqual([])
  expect(is.get('/politics')?.linksTo(after.path)).not.toEqual([])
  for (const path of [SEARCH, '/topics/shipping']) expect(is.get(path)?.linksTo(after.path), path).not.toEqual([])
  for (const [path, answer] of was) {
    const blocks = answer.linksTo(before.path).filter(({ place }) => place !== 'around')
    expect(
      is
        .get(path)
        ?.linksTo(after.path)
        .filter(({ place }) => place !== 'around') ?? [],
      path,
    ).toEqual(blocks.map((link) => ({ ...link, to: after.path })))
  }
  expectNoTraceOf(before, after, is)
  expectAllWhole(is)
  await expectOneHop(paper, before.path, after.path)
})

test('a section with a new name and address changes the addresses of its stories', async () => {
  const before = await publicStory(paper, id)
  await crawl(paper)
  const [, old = ''] = before.path.split('/')
  await renameSection(paper.db, { id: await sectionId(paper, old), name: 'Power', slug: 'power', now: LATER })
  await paper.catchUp()

  const after = await publicStory(paper, id)
  const is = await crawl(paper)
  expect(is.get('/power')?.wordsOf('h1')).toBe('Power')
  for (const [path, answer] of is) {
    expect(
      answer.links.filter(({ to }) => to === `/${old}` || to.startsWith(`/${old}/`)),
      path,
    ).toEqual([])
  }
  expectAllWhole(is)
  await expectOneHop(paper, before.path, after.path)
  await expectOneHop(paper, `/${old}`, '/power')
})

test('a new name and address of a topic is on every story about it', async () => {
  await crawl(paper)
  const [topic] = await paper.db.select().from(topics).where(eq(topics.slug, 'shipping'))
  if (!topic) throw new Error('the demo edition has no topic "shipping"')
  await renameTopic(paper.db, { id: topic.id, name: 'Ships', slug: 'ships', now: LATER })
  await paper.catchUp()

  const is = await crawl(paper)
  const { path } = await publicStory(paper, id)
  expect(is.get(path)?.linksTo('/topics/ships')).toMatchObject([{ words: 'Ships' }])
  expect(pagesLinkingTo('/topics/shipping', is)).toEqual([])
  expectAllWhole(is)
  await expectOneHop(paper, '/topics/shipping', '/topics/ships')
})

function placesOfLinksTo(path: string, answers: ReadonlyMap<string, SiteResponse>): Set<LinkPlace> {
  return new Set([...answers.values()].flatMap((answer) => answer.linksTo(path)).map(({ place }) => place))
}

function expectNoTraceOf(before: PublicStory, after: PublicStory, answers: ReadonlyMap<string, SiteResponse>): void {
  for (const [path, { body }] of answers) {
    if (before.path !== after.path) expect(body.includes(before.path), `${path} has the old address`).toBe(false)
    if (before.headline === after.headline) continue
    expect(body.includes(before.headline), `${path} has the old headline`).toBe(false)
  }
}

/** Expects that links lead to their target without a redirect. */
function expectAllWhole(answers: ReadonlyMap<string, SiteResponse>): void {
  expect([...answers].filter(([, { status }]) => status !== 200).map(([path]) => path)).toEqual([])
}

async function expectOneHop(paper: Paper, from: string, to: string): Promise<void> {
  if (from === to) return
  expect(await fetchFrom(paper, from)).toMatchObject({ status: 308, location: to })
  expect(await fetchFrom(paper, to)).toMatchObject({ status: 200 })
}
