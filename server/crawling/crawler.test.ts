import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { VALID_ARTICLE } from '@/lib/testing/valid-pages'
import { Crawler } from '@/server/crawling/crawler'

const NOW = new Date('2026-11-23T12:00:00Z')
const PATH = new URL(VALID_ARTICLE.url).pathname

let site: Server
let siteUrl: string
let requests: { method: string; path: string; agent: string | undefined }[]
let answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void>

/** A site with one story that keeps every rule; every other address answers 404. */
beforeEach(async () => {
  requests = []
  site = createServer((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', agent: request.headers['user-agent'] })
    const answer = answers[request.url ?? '']
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve))
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const html = VALID_ARTICLE.html.replaceAll('https://paper.example', siteUrl)
  answers = {
    [PATH]: (request, response) => {
      const isKnown = request.headers['if-none-match'] === VALID_ARTICLE.headers.etag
      response.writeHead(isKnown ? 304 : 200, VALID_ARTICLE.headers).end(isKnown ? undefined : html)
    },
  }
})

afterEach(() => site.close())

const found = async (path: string) => {
  const [report] = await new Crawler({ siteUrl, now: () => NOW }).pages([siteUrl + path])
  return report?.findings.map(({ rule }) => rule) ?? []
}

it('a page is requested with a User-Agent, without one, and again with its ETag', async () => {
  await found(PATH)
  const named = requests
    .filter(({ path }) => path === PATH)
    .map(({ agent }) => agent?.includes('BroadsheetCheck') ?? null)
  expect(named.sort()).toEqual([true, true, null].sort())
  expect(await found(PATH)).not.toContain('status/not-modified')
})

it('each linked address is requested once, and a missing one is reported', async () => {
  const rules = await found(PATH)
  expect(rules).toContain('body/pictures-answer')
  expect(rules).toContain('body/blocks')
  expect(requests.filter(({ path }) => path === '/city/ferry-7')).toEqual([
    expect.objectContaining({ method: 'HEAD', path: '/city/ferry-7' }),
  ])
})

it('a page that differs without a User-Agent is reported', async () => {
  const sound = answers[PATH]
  answers[PATH] = (request, response) =>
    request.headers['user-agent'] ? sound?.(request, response) : response.writeHead(403).end()
  expect(await found(PATH)).toContain('status/same-for-all')
})

it('one redirect is followed, two are reported', async () => {
  const leadTo = (path: string) => (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(308, { location: path }).end()
  Object.assign(answers, { '/old': leadTo(PATH), '/older': leadTo('/old') })
  expect(await found('/old')).not.toContain('status/one-hop')
  expect(await found('/older')).toContain('status/one-hop')
})

it('a redirect to another host is not followed', async () => {
  answers['/away'] = (_request, response) => response.writeHead(308, { location: 'http://127.0.0.1:9/' }).end()
  expect(await found('/away')).toEqual(['status/found'])
})

it('a site that does not answer is reported after a second request', async () => {
  answers['/broken'] = (request) => request.socket.destroy()
  expect(await found('/broken')).toEqual(['status/found'])
  expect(requests.filter(({ path }) => path === '/broken')).toHaveLength(2)
})

it('what answers when it is asked once more is not reported, and what does not is said not to answer', async () => {
  const target = '/city/ferry-7'
  const messages = async () => {
    const [report] = await new Crawler({ siteUrl, now: () => NOW }).pages([siteUrl + PATH])
    return report?.findings.filter(({ rule }) => rule === 'body/blocks').map(({ message }) => message) ?? []
  }
  answers[target] = (request) => request.socket.destroy()
  expect(await messages()).toContainEqual(expect.stringMatching(/, which does not answer\.$/))
  let isFirst = true
  answers[target] = (request, response) => {
    if (isFirst) request.socket.destroy()
    else response.end()
    isFirst = false
  }
  expect(await messages()).toEqual([])
})
