import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { Agent } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rename } from '@/db/editing/writing'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory } from '@/e2e/testing/demo-story'
import { expect, test } from '@/e2e/testing/paper'
import { fetchFrom } from '@/e2e/testing/site-response'
import { withoutAccount } from '@/lib/revisions/saver'

test.use({ needsOwnServer: true })

for (const [env, message] of [
  [{ PORT: 'abc' }, 'PORT is "abc", but it should be a port number from 0 to 65535.'],
  [{ SITE_URL: 'news.example' }, 'SITE_URL is "news.example", but it should be the public origin alone'],
  [{ EDITION: 'evening' }, 'EDITION is "evening", but it should be demo or empty.'],
  [{ SITE_URL: 'https://news.example', TEST_CLOCK: 'clock' }, 'TEST_CLOCK is "clock", but it should be unset'],
] as const) {
  test(`a site with ${Object.entries(env).at(-1)?.join('=')} does not start and prints the reason`, async () => {
    const server = serverWith({ DATA_DIR: join(tmpdir(), 'never-made'), ...env })
    let output = ''
    server.stderr?.on('data', (words: Buffer) => {
      output += words.toString()
    })
    const [status] = await once(server, 'exit')
    expect(status).toBe(1)
    expect(output).toContain(message)
    expect(output).not.toContain('    at ')
  })
}

test('until an empty store is filled, every address answers 503 with Retry-After [health] [status-codes]', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  const port = await freePort()
  const server = serverWith({ DATA_DIR: dataDir, PORT: String(port) })
  try {
    const url = `http://127.0.0.1:${port}`
    await expect(async () => {
      for (const path of ['/healthz', '/', '/world', '/admin']) {
        const answer = await fetch(url + path)
        expect(answer.status, path).toBe(503)
        expect(answer.headers.get('retry-after'), path).toBe('5')
        expect(answer.headers.get('cache-control'), path).toBe('no-store')
      }
    }).toPass({ timeout: 10_000, intervals: [20] })
  } finally {
    server.kill('SIGKILL')
    if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a site that is stopped answers the requests that it has received, and ends within ten seconds', async ({
  ownPaper,
}) => {
  const CLIENTS = 24
  const agents = Array.from({ length: CLIENTS }, () => new Agent({ keepAlive: true }))
  // A connection that is already accepted, so that none waits in the queue when the site stops listening.
  for (const agent of agents) await fetchFrom(ownPaper, '/healthz', { agent })
  const responses = agents.map((agent, client) => fetchFrom(ownPaper, `/search?q=tram+${client}`, { agent }))
  await Promise.race(responses)
  const left = performance.now()
  const leaving = ownPaper.stop('SIGTERM')
  for (const answer of await Promise.all(responses)) {
    expect(answer.status).toBe(200)
    expect(answer.body).toMatch(/<\/html>$/)
  }
  expect(await leaving).toBe(0)
  expect(performance.now() - left).toBeLessThan(10_000)
  for (const agent of agents) agent.destroy()
  await expect(fetchFrom(ownPaper, '/')).rejects.toThrow('ECONNREFUSED')
})

test('a stop leaves one file of the store, which is the whole paper, and a lost one stops the next start [one-store-file] [no-new-paper]', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const run = () => serverWith({ DATA_DIR: dataDir, PORT: String(port), EDITION: 'empty' })
  const storeFiles = () => readdirSync(dataDir).filter((name) => name.startsWith('broadsheet.sqlite'))
  const stopped = async (server: ChildProcess) => {
    await expect(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200)).toPass({ timeout: 60_000 })
    // The pages, the desk and the thread of the sitemaps have connections of their own.
    for (const path of ['/', '/admin/sign-in', '/sitemap.xml', '/api/v1/stories']) await fetch(url + path)
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    return (await ended)[0]
  }
  try {
    expect(await stopped(run())).toBe(0)
    expect(storeFiles()).toEqual(['broadsheet.sqlite'])
    for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)

    renameSync(join(dataDir, 'broadsheet.sqlite'), join(dataDir, 'aside'))
    const refused = run()
    let output = ''
    for (const stream of [refused.stdout, refused.stderr]) {
      stream?.on('data', (words: Buffer) => {
        output += words.toString()
      })
    }
    expect((await once(refused, 'close'))[0]).toBe(1)
    expect(output).toContain('There was a paper in')
    expect(output).not.toContain('/admin/setup/')
    expect(output).not.toContain('    at ')
    expect(storeFiles()).toEqual([])

    renameSync(join(dataDir, 'aside'), join(dataDir, 'broadsheet.sqlite'))
    expect(await stopped(run())).toBe(0)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

test('a site that is killed during writes has lost nothing after its restart', async ({ ownPaper }) => {
  const { id } = await demoStory(ownPaper, 'shipyard-order')
  const responses = Array.from({ length: 12 }, (_, number) =>
    fetchFrom(ownPaper, `/search?q=tram+${number}`).catch(() => null),
  )
  await fetchFrom(ownPaper, '/search?q=ferry')
  await rename(ownPaper.db, { id, headline: 'Written just before', by: withoutAccount('The desk'), now: PRINTED_AT })
  await ownPaper.stop('SIGKILL')
  await Promise.all(responses)
  await ownPaper.run()
  expect((await fetchFrom(ownPaper, (await publicStory(ownPaper, id)).path)).wordsOf('h1')).toBe('Written just before')
  expect((await fetchFrom(ownPaper, '/business')).body).toContain('Written just before')
  expect(ownPaper.db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
})

function serverWith(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['.build/server/main.mjs'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  if (address === null || typeof address === 'string') throw new Error('no free port was found')
  probe.close()
  await once(probe, 'close')
  return address.port
}
