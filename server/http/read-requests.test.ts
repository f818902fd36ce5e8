import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reading } from '@/server/audience/read-counter'
import { siteHeaders } from '@/server/http/headers'
import { answerRead } from '@/server/http/read-requests'

const SITE = 'https://observer.example'
const headers = siteHeaders({ siteUrl: SITE, speculationRules: '/rules.json' })

let server: Server
let read: Reading[] = []
beforeEach(async () => {
  read = []
  server = createServer((request, response) =>
    answerRead(request, response, { headers, siteUrl: SITE, trustedProxies: 0, record: (one) => read.push(one) }),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  server.close()
})

async function said(body: string, sent: Record<string, string> = { Origin: SITE }) {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/api/reads`, {
    method: 'POST',
    body,
    headers: { 'User-Agent': 'Firefox', ...sent },
  })
  return { status: answer.status, text: await answer.text() }
}

test('a page of this site says which story was read [reads-counted]', async () => {
  expect(await said('/city/the-ferry-42')).toEqual({ status: 204, text: '' })
  expect(read).toEqual([{ articleId: 42, address: '127.0.0.1', userAgent: 'Firefox' }])
})

test.each([{ Origin: 'https://elsewhere.example' }, { 'Sec-Fetch-Site': 'cross-site' }, {}])(
  'a page of another site, or of none, counts nothing: %j',
  async (sent) => {
    expect((await said('/city/the-ferry-42', sent)).status).toBe(403)
    expect(read).toEqual([])
  },
)

test('a page says which link of a story was followed, behind the path [reads-counted]', async () => {
  expect((await said('/city/the-ferry-42 related-news 2 1')).status).toBe(204)
  const click = { block: 'related-news', place: 2, item: 1 }
  expect(read).toEqual([{ articleId: 42, click, address: '127.0.0.1', userAgent: 'Firefox' }])
})

test.each([
  '/city/the-ferry-42 ',
  '/city/the-ferry-42 embed 1 1',
  '/city/the-ferry-42 also-read 0 1',
  '/city/the-ferry-42 also-read 1 9',
])('a place that no link has is refused: %s', async (body) => {
  expect((await said(body)).status).toBe(400)
  expect(read).toEqual([])
})

test.each(['', '/city', 'city/the-ferry-42', '{"id": 42}', `/city/${'x'.repeat(5000)}-42`])(
  'a body that is no path of a story is refused in words: %.20s',
  async (body) => {
    expect(await said(body)).toMatchObject({ status: 400, text: expect.stringContaining('path of a story') })
    expect(read).toEqual([])
  },
)
