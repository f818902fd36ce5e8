import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, NOW } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import { tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { siteHeaders } from '@/server/http/headers'
import { CachedPageHandler } from '@/server/pages/page-handler'
import { Pages } from '@/server/pages/pages'

let db: MemoryStore
let port = 0
let gone = 0
let ferry = 0
const server = createServer()

beforeAll(async () => {
  db = await aPaper(openMemoryStore())
  ferry = await publishedArticle(db, { headline: 'Fähre fährt' })
  gone = await publishedArticle(db, { headline: 'The mayor resigns' })
  await withdraw(db, { id: gone, reason: 'It was wrong.', by: withoutAccount('Nadia Reyes'), now: NOW })
  const pages = new Pages({
    render: async (path) => ({
      status: 200,
      location: null,
      body: Buffer.from('<html></html>'),
      document: null,
      link: '',
      tags: path.endsWith(`-${gone}`) ? [tags.gone] : [],
    }),
    addressOf: (path) => addressOf(db, { path, now: NOW }),
    now: () => NOW,
    lastStaleAt: async () => null,
    builtAt: NOW,
    maxBytes: 1_000_000,
  })
  await pages.prepare()
  const headers = siteHeaders({ siteUrl: 'https://observer.example', speculationRules: '/speculation.json' })
  const handler = new CachedPageHandler({ pages, headers, now: () => NOW, recordNotFound: () => {} })
  server.on('request', (request, response) => {
    if (!handler.answerFromStore(request, response)) void handler.answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** The status and the Location for `path`, sent byte by byte as it stands: a client library would encode it. */
async function answer(path: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: observer.example\r\nConnection: close\r\n\r\n`)
  let text = ''
  for await (const chunk of socket) text += String(chunk)
  const location = /^Location: (.*?)\r$/im.exec(text)?.[1]
  return [/^HTTP\/1\.1 (\d+)/.exec(text)?.[1], location].filter(Boolean).join(' ')
}

describe('a story’s address over HTTP', () => {
  const own = () => `/city/f%C3%A4hre-f%C3%A4hrt-${ferry}`

  test.each([
    ...[
      '.',
      ',',
      ')',
      '"',
      '%22',
      '%E2%80%99',
      '%E2%80%A6',
      '%C2%BB',
      '%BB',
      ']',
      ';',
      ':',
      '%20',
      '%',
      '%E2%80',
      '%00',
      '%5C',
      '\\',
    ],
    ...['&fbclid=IwAR0-33', '%3Fx=1', ').', '%29%2E', '"><b>', '/)', '%2F', '/'],
  ])('with %s behind it answers one redirect to the story', async (tail) => {
    expect(await answer(own() + tail)).toBe(`308 ${own()}`)
  })

  test('in another spelling answers one redirect to the story', async () => {
    expect(await answer(`/CITY/F%C3%84HRE-${ferry}`)).toBe(`308 ${own()}`)
    expect(await answer(`/world/${ferry}`)).toBe(`308 ${own()}`)
    expect(await answer(own())).toBe('200')
  })

  test('that was withdrawn answers 410 in any spelling', async () => {
    for (const rest of ['', ').', '&fbclid=1'])
      expect(await answer(`/city/the-mayor-resigns-${gone}${rest}`)).toBe('410')
  })

  test.each(['/tag/covid-1', '/2024/1', '/category/top-1', '/city/covid-1', '/%E0%A4', '/%', '/city/%E0%A4-1', '/"'])(
    '%s is none, and answers 404',
    async (path) => {
      expect(await answer(path)).toBe('404')
    },
  )
})

test.each([
  ['/feed/', '308 /rss.xml'],
  ['/Feed', '308 /rss.xml'],
  ['/city/page/1', '308 /city'],
  ['/.well-known/security.txt', '200'],
])('%s answers %s', async (path, expected) => {
  expect(await answer(path)).toBe(expected)
})
