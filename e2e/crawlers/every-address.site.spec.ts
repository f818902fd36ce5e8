import { Agent } from 'node:http'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'
import { RandomNewsroom } from '@/server/chaos/random-newsroom'

/** `npm run chaos` makes a thousand. */
const CHANGES = 100
const AT_ONCE = 4

test('after a hundred random changes every address that was ever public answers 200 in at most one hop, or 410 [every-address] [gone-noindex]', async ({
  ownPaper: paper,
}) => {
  test.setTimeout(900_000)
  const newsroom = new RandomNewsroom(paper.db, { seed: 11, now: PRINTED_AT })
  await newsroom.remember()
  for (let change = 0; change < CHANGES; change++) await newsroom.step()
  paper.moveClockTo(newsroom.now)
  await paper.catchUp()

  const agent = new Agent({ keepAlive: true })
  const bad: string[] = []
  const met = { here: 0, led: 0, gone: 0 }
  const arrives = async (path: string) => {
    const first = await fetchFrom(paper, path, { agent })
    const answer = first.status === 308 ? await fetchFrom(paper, first.location ?? '', { agent }) : first
    if (answer.status === 200) met[first === answer ? 'here' : 'led'] += 1
    else if (answer.status === 410) met.gone += 1
    const isRight = answer.status === 200 || (answer.status === 410 && isKeptOut(answer))
    if (!isRight) bad.push(`${path}: ${first.status} ${first.location ?? ''} ${answer.status}`)
  }
  const waiting = [...newsroom.addresses]
  while (waiting.length) await Promise.all(waiting.splice(0, AT_ONCE).map(arrives))
  agent.destroy()
  expect(bad).toEqual([])
  expect(met.here).toBeGreaterThan(100)
  expect(met.led).toBeGreaterThan(20)
  expect(met.gone).toBeGreaterThan(0)
  await expectNoneListed(paper, newsroom)
})

/** Whether the X-Robots-Tag header has noindex. */
function isKeptOut({ headers }: SiteResponse): boolean {
  return headers['x-robots-tag']?.includes('noindex') ?? false
}

/** The news sitemap and the main feed have no address that is gone or moved. */
async function expectNoneListed(paper: Paper, newsroom: RandomNewsroom): Promise<void> {
  const current = new Set(await newsroom.publicNow())
  for (const path of ['/news-sitemap.xml', '/rss.xml']) {
    const { status, body } = await fetchFrom(paper, path)
    expect(status, path).toBe(200)
    const listed = [...body.matchAll(/<(?:loc|link)>([^<]+)</g)].map(([, url = '']) => new URL(url).pathname)
    expect(
      listed.filter((at) => newsroom.addresses.has(at) && !current.has(at)),
      path,
    ).toEqual([])
  }
}
