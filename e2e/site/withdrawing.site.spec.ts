import { republish, withdraw } from '@/db/publishing/publishing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory } from '@/e2e/testing/demo-story'
import { expect, Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, pagesLinkingTo } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = { by: withoutAccount('The desk'), now: new Date(PRINTED_AT.getTime() + 1000) }
const SEARCH = '/search?q=budget'

/** These tests change one paper, one after another, and each restores it. */
let paper: Paper

test.beforeAll(async () => {
  paper = await Paper.start()
})
test.afterAll(() => paper.close())

test('no page names a withdrawn story, its address answers 410, and republishing restores every page [gone-noindex]', async () => {
  const { id, path } = await demoStory(paper, 'budget-vote')
  const was = await crawl(paper, ['/', SEARCH])
  const naming = pagesLinkingTo(path, was)
  const tramLine = (await demoStory(paper, 'tram-line-4')).path
  const strike = (await demoStory(paper, 'tram-strike-averted')).path
  expect(naming).toEqual(expect.arrayContaining(['/', '/politics', '/topics/city-budget', SEARCH, tramLine, strike]))
  const [inProse] = was.get(tramLine)?.linksTo(path) ?? []
  expect(inProse).toMatchObject({ place: 'prose' })

  expect(await withdraw(paper.db, { id, reason: 'Two of its figures were wrong.', ...BY })).toHaveProperty('version')
  await paper.catchUp()
  const is = await crawl(paper, ['/', SEARCH])
  expect(pagesLinkingTo(path, is)).toEqual([])
  for (const naming of [...is.values()]) expect(naming.body).not.toContain('Council passes budget by three votes')
  expect(is.get(tramLine)?.body).toContain(inProse?.words)
  // It was the only story of the block, so the block is left out.
  expect(was.get(strike)?.blocks).toEqual([[path]])
  expect(is.get(strike)?.blocks).toEqual([])
  for (const address of [path, `/politics/${id}`, `/city/${id}).`]) {
    for (const method of ['GET', 'HEAD'])
      expect(await fetchFrom(paper, address, { method })).toMatchObject({ status: 410 })
  }
  const notice = await fetchFrom(paper, path)
  expect(notice.headers['x-robots-tag']).toBe('noindex')
  expect(notice.named('meta').find(({ attribs }) => attribs.name === 'robots')?.attribs.content).toContain('noindex')
  expect(notice.wordsOf('h1')).toBe('This story has been withdrawn')
  expect(notice.wordsOf('main')).toContain('Two of its figures were wrong.')
  expect([...is].filter(([, { status }]) => status !== 200).map(([at]) => at)).toEqual([])

  expect(await republish(paper.db, { id, ...BY })).toHaveProperty('version')
  await paper.catchUp()
  const again = await crawl(paper, ['/', SEARCH])
  expect([...again.keys()].sort()).toEqual([...was.keys()].sort())
  for (const [at, { body }] of was) expect(again.get(at)?.body === body, `${at} is as it was before`).toBe(true)
})

test('a related-news block is left out once its last story is withdrawn', async () => {
  const pandas = (await demoStory(paper, 'panda-diplomacy')).path
  const [pyongyang, debate] = [await demoStory(paper, 'pyongyang-visit'), await demoStory(paper, 'debate-topics')]
  const before = await fetchFrom(paper, pandas)
  expect(before.blocks[0]).toEqual([pyongyang.path, debate.path])

  await withdraw(paper.db, { id: pyongyang.id, reason: '', ...BY })
  await paper.catchUp()
  expect((await fetchFrom(paper, pandas)).blocks).toEqual([[debate.path], ...before.blocks.slice(1)])

  await withdraw(paper.db, { id: debate.id, reason: '', ...BY })
  await paper.catchUp()
  const emptied = await fetchFrom(paper, pandas)
  expect(emptied.blocks).toEqual(before.blocks.slice(1))
  expect(emptied.body).not.toContain('Related News')

  for (const { id } of [pyongyang, debate]) await republish(paper.db, { id, ...BY })
  await paper.catchUp()
  expect((await fetchFrom(paper, pandas)).body).toBe(before.body)
})

test('the withdrawn story of the demo edition answers 410 and leaves no empty block behind [status-codes]', async () => {
  const bakery = await demoStory(paper, 'bakery-prize')
  for (const method of ['GET', 'HEAD']) expect((await fetchFrom(paper, bakery.path, { method })).status).toBe(410)
  const answers = await crawl(paper, ['/', '/search?q=Chandler', '/business'])
  expect(pagesLinkingTo(bakery.path, answers)).toEqual([])
  for (const { body } of answers.values()) expect(body).not.toContain(bakery.headline)

  const week = answers.get((await demoStory(paper, 'week-ahead')).path)
  expect(week?.blocks).toEqual([
    [(await demoStory(paper, 'choir-audition')).path, (await demoStory(paper, 'library-hours')).path],
  ])
  expect(week?.wordsOf('article')).toContain('won a medal')
})
