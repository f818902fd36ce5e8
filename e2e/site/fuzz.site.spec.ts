import { expect, type Paper, test } from '@/e2e/testing/paper'
import { SeededRandom } from '@/server/chaos/seeded-random'
import { sendBody } from '@/server/fuzz/bodies'
import { FRAMEWORK_PATHS } from '@/server/fuzz/doors'
import { FuzzedSite, type Sender } from '@/server/fuzz/fuzzed-site'
import { crossingOf, rawRequest } from '@/server/fuzz/raw-request'
import { sendRandomRequests } from '@/server/fuzz/requests'

const SEED = 11
const REQUESTS = 300
const BODY_BYTES = 30 * 1024 ** 2
/** What the framework answers a client that moves from page to page by itself. */
const ROUTER_HEADERS: [string, string][] = [
  ['RSC', '1'],
  ['Next-Router-Prefetch', '1'],
  ['Next-Router-State-Tree', '%5B%22%22%2C%7B%7D%5D'],
  ['Next-Action', '7f0000000000000000000000000000000000000000'],
]

// Random requests fill what a site counts in memory: failed sign-ins, missed addresses.
test.use({ needsOwnServer: true })

function fuzzed(paper: Paper): Promise<FuzzedSite> {
  return FuzzedSite.at(paper.dataDir, paper.db, {
    url: paper.url,
    stop: async () => {},
    isRunning: () => paper.isRunning,
  })
}

/** Files of the program, without those that tests beside this one write. */
function filesOf(site: FuzzedSite): string[] {
  return site.filesOnDisk().filter((file) => !file.startsWith('.build/'))
}

test(`none of ${REQUESTS} random requests of seed ${SEED} is answered with 500, ends the site or leaves a file`, async ({
  ownPaper,
}) => {
  const site = await fuzzed(ownPaper)
  const before = filesOf(site)
  const { requests, faults } = await sendRandomRequests(site, { random: new SeededRandom(SEED), wanted: REQUESTS })
  expect(faults).toEqual([])
  expect(requests).toBe(REQUESTS)
  expect(filesOf(site).filter((file) => !before.includes(file))).toEqual([])
  expect((await fetch(ownPaper.url)).status).toBe(200)
})

test('a body of 30 MB without a length ends in 413 or a closed connection at every kind of address [body-limits]', async ({
  ownPaper,
}) => {
  const site = await fuzzed(ownPaper)
  const doors: [string, string, Sender][] = [
    ['POST', '/api/auth/sign-in/email', null],
    ['POST', '/api/desk/entrance/reset', null],
    ['PUT', '/api/desk/articles/1/manuscript', null],
    ['PUT', '/api/desk/articles/1/manuscript', 'admin'],
    ['POST', '/api/desk/articles', 'editor'],
    ['POST', '/api/auth/change-password', 'contributor'],
    ['POST', '/admin/sign-in', null],
    ['POST', '/admin', 'admin'],
    ['POST', '/api/v1/articles', null],
    ['POST', '/healthz', null],
    ['POST', '/', null],
    ['PUT', '/icon-192.png', null],
  ]
  await Promise.all(
    doors.map(async ([method, path, sender]) => {
      const answer = await sendBody(site, { method, path }, { sender, bytes: BODY_BYTES, isKept: true })
      const words = `${method} ${path} as ${sender ?? 'nobody'}`
      expect(answer.end, words).toBe('closed')
      expect(answer.sentBytes, words).toBeLessThan(BODY_BYTES)
      expect([null, 401, 403, 404, 405, 413], words).toContain(answer.status)
    }),
  )
  expect((await fetch(ownPaper.url)).status).toBe(200)
})

test('nothing that the framework answers of itself is there [framework-closed]', async ({ paper }) => {
  const asked = (path: string, headers: [string, string][] = []) => {
    const sent: [string, string][] = [['Host', new URL(paper.url).host], ['Connection', 'close'], ...headers]
    return crossingOf(paper.url, [rawRequest('GET', path, { headers: sent })])
  }
  const isOfDesk = (path: string) => /^\/admin[^.]*\?/.test(path)
  for (const path of FRAMEWORK_PATHS) {
    const { status, text } = await asked(path)
    expect(status, path).toBe(isOfDesk(path) ? 307 : 404)
    expect(text, path).not.toContain('text/x-component')
  }
  for (const path of ['/', '/world', '/admin/sign-in']) {
    const { status, text } = await asked(path, ROUTER_HEADERS)
    expect(status, path).toBe(200)
    expect(text, path).toMatch(/\r\ncontent-type: text\/html/i)
  }
})
