import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { eq } from 'drizzle-orm'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { rename, writeArticle } from '@/db/editing/writing'
import { correct } from '@/db/publishing/changes'
import { publish, republish, withdraw } from '@/db/publishing/publishing'
import { users } from '@/db/store/account-schema'
import { articles } from '@/db/store/schema'
import { PRINTED_AT } from '@/e2e/testing/demo-data'
import { demoStory, publicStory, sectionId } from '@/e2e/testing/demo-story'
import { expect, type Paper, test } from '@/e2e/testing/paper'
import { fetchFrom, type SiteResponse, storedPageCount } from '@/e2e/testing/site-response'
import { ENDPOINTS } from '@/lib/content-api/request'
import { withoutAccount } from '@/lib/revisions/saver'

const BY = { by: withoutAccount('The desk'), now: new Date(PRINTED_AT.getTime() + 1000) }

interface Story {
  id: number
  url: string
  headline: string
}

interface List {
  articles: Story[]
  next: string | null
}

const json = ({ body }: SiteResponse) => JSON.parse(body)

/** One address of each kind that answers 200. */
async function addresses(paper: Paper): Promise<string[]> {
  const { id, path } = await demoStory(paper, 'tram-line-4')
  return [
    ...ENDPOINTS.map((endpoint) => endpoint.path.replace('{id}', String(id))).map((at) => {
      if (at.endsWith('/search')) return `${at}?q=tram`
      return at.endsWith('/oembed') ? `${at}?url=${encodeURIComponent(paper.url + path)}` : at
    }),
    '/api/v1/articles?format=ninjs',
    `/api/v1/articles/${id}?format=ninjs`,
    `${path}.json`,
    `${path}.md`,
  ]
}

/** Every story on the pages that “next” leads to, in order. */
async function walk(paper: Paper, from = '/api/v1/articles?limit=10', between = async () => {}): Promise<Story[]> {
  const stories: Story[] = []
  for (let at: string | null = from; at !== null; ) {
    const answer = await fetchFrom(paper, at)
    const list: List = json(answer)
    stories.push(...list.articles)
    expect(answer.headers.link).toBe(list.next === null ? undefined : `<${list.next}>; rel="next"`)
    at = list.next === null ? null : list.next.replace(paper.url, '')
    await between()
  }
  return stories
}

test('the API is open to any origin, has validators, and answers 304 to a client with the current version [api-headers]', async ({
  paper,
}) => {
  for (const path of await addresses(paper)) {
    const answer = await fetchFrom(paper, path)
    expect(answer.status, path).toBe(200)
    expect(answer.headers, path).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Last-Modified, Link',
      'x-robots-tag': 'noindex',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=0, s-maxage=0, must-revalidate',
    })
    expect(answer.headers.etag, path).toMatch(/^"[\w-]{22}"$/)
    expect(answer.headers['content-type']).toMatch(path.endsWith('.md') ? /^text\/markdown;/ : /^application\/json;/)
    const again = await fetchFrom(paper, path, { headers: { 'If-None-Match': answer.headers.etag ?? '' } })
    expect([again.status, again.body], path).toEqual([304, ''])
    expect(again.headers['access-control-allow-origin'], path).toBe('*')
    const head = await fetchFrom(paper, path, { method: 'HEAD' })
    expect([head.status, head.body, head.headers.etag], path).toEqual([200, '', answer.headers.etag])
  }
})

test('a page of another site gets an answer to its preflight request, and only GET and HEAD are allowed [api-headers]', async ({
  paper,
}) => {
  for (const path of ['/api/v1/articles', '/api/v1/nowhere', '/api/oembed']) {
    const preflight = await fetchFrom(paper, path, { method: 'OPTIONS' })
    expect([preflight.status, preflight.body], path).toEqual([204, ''])
    expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await fetchFrom(paper, path, { method })
      expect(refused.status).toBe(405)
      expect(refused.headers.allow).toBe('GET, HEAD, OPTIONS')
      expect(json(refused)).toMatchObject({ status: 405 })
    }
  }
})

for (const [path, status] of [
  ['/api/v1', 404],
  ['/api/v1/nowhere', 404],
  ['/api/v1/articles/999999', 404],
  ['/api/v1/articles/abc', 404],
  ['/api/v1/articles?section=nowhere', 404],
  ['/api/v1/articles?author=nobody', 404],
  ['/api/v1/articles?timeline=nowhere', 404],
  ['/api/v1/articles?page=2', 400],
  ['/api/v1/articles?limit=7', 400],
  ['/api/v1/articles?cursor=MTIz', 400],
  ['/api/v1/articles?format=xml', 400],
  ['/api/v1/articles/1?limit=10', 400],
  ['/api/v1/search', 400],
  ['/api/v1/openapi.json?x=1', 400],
  ['/api/oembed', 400],
  ['/api/oembed?url=https%3A%2F%2Felsewhere.example%2Fa-1', 404],
  ['/api/oembed?url=https%3A%2F%2Felsewhere.example%2Fa-1&format=yaml', 501],
] as const) {
  test(`${path} is answered ${status} with the problem [api-problems] [api-parameters]`, async ({ paper }) => {
    const answer = await fetchFrom(paper, path)
    expect(answer.status).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(json(answer)).toMatchObject({ type: 'about:blank', status })
    expect(json(answer).detail).not.toBe('')
  })
}

test('another spelling of an address redirects to the canonical one [article-address]', async ({ paper }) => {
  for (const [path, to] of [
    ['/api/v1/articles/?limit=10', '/api/v1/articles?limit=10'],
    ['/API/v1/Topics', '/api/v1/topics'],
  ] as const) {
    const answer = await fetchFrom(paper, path)
    expect([answer.status, answer.location]).toEqual([308, to])
  }
})

test('a story names its timeline in every format, and the list of a timeline has its stories', async ({ paper }) => {
  const { id, path } = await demoStory(paper, 'tram-line-4')
  const { timelines } = json(await fetchFrom(paper, '/api/v1/timelines'))
  const url = `${paper.url}/timelines/the-tram-to-the-harbour`
  expect(timelines).toEqual([
    expect.objectContaining({ name: 'The tram to the harbour', url, language: 'en', stories: 4 }),
  ])
  const named = { id: timelines[0].id, slug: 'the-tram-to-the-harbour', name: 'The tram to the harbour', url }
  for (const address of [`/api/v1/articles/${id}`, `${path}.json`])
    expect(json(await fetchFrom(paper, address)).timeline).toEqual(named)
  expect((await fetchFrom(paper, `${path}.md`)).body).toContain(`timeline_url: "${url}"`)
  const ninjs = json(await fetchFrom(paper, `/api/v1/articles/${id}?format=ninjs`))
  expect(ninjs.events).toEqual([{ name: named.name, rel: 'about', uri: url }])
  expect((await fetchFrom(paper, path)).body).toContain(`"@type":"CollectionPage","@id":"${url}"`)
  const stories = await walk(paper, '/api/v1/articles?timeline=the-tram-to-the-harbour&limit=10')
  expect(stories).toHaveLength(4)
  for (const story of stories) expect(story).toMatchObject({ timeline: named })
})

test('the pages of “next” contain every public story once and no other [api-order]', async ({ paper }) => {
  const stories = await walk(paper)
  const ids = stories.map(({ id }) => id)
  const there = await paper.db.select({ id: articles.id }).from(articles).where(eq(articles.state, 'published'))
  expect([...ids].sort((a, b) => a - b)).toEqual(there.map(({ id }) => id).sort((a, b) => a - b))
  for (const { url, headline } of stories) {
    const page = await fetchFrom(paper, url.replace(paper.url, ''))
    expect(page.status, url).toBe(200)
    expect(page.wordsOf('h1')).toContain(headline.replace(/\s+/g, ' '))
  }
})

test('the pages of “next” contain each story once, also while others are published [api-order]', async ({
  ownPaper,
}) => {
  const before = (await walk(ownPaper)).map(({ id }) => id)
  const section = await sectionId(ownPaper, 'city')
  let written = 0
  const during = await walk(ownPaper, '/api/v1/articles?limit=10', async () => {
    if (written++ > 2) return
    const body = [{ type: 'paragraph' as const, id: 'e1', text: [{ text: 'It rained.' }] }]
    const draft = { headline: `Rain ${written}`, body, sectionId: section, kind: 'news' as const, language: 'en' }
    const id = await writeArticle(ownPaper.db, { draft, ...BY })
    await publish(ownPaper.db, { id, ...BY })
    await ownPaper.catchUp()
  })
  expect(during.map(({ id }) => id)).toEqual(before)
  expect((await walk(ownPaper)).length).toBe(before.length + 3)
})

test('the answers match their schemas in openapi.json [api-addresses]', async ({ paper }) => {
  const described = json(await fetchFrom(paper, '/api/v1/openapi.json'))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  for (const path of await addresses(paper)) {
    const at = path.split('?')[0]?.replace(/articles\/\d+$/, 'articles/{id}') ?? ''
    const schema =
      path.endsWith('.json') && !path.startsWith('/api')
        ? { $ref: '#/components/schemas/Article' }
        : described.paths[at]?.get.responses[200].content['application/json'].schema
    if (path.endsWith('.md')) continue
    const validate = ajv.compile({ ...schema, components: described.components })
    expect(validate(json(await fetchFrom(paper, path))) ? [] : validate.errors, path).toEqual([])
  }
  const problem = ajv.compile({ $ref: '#/components/schemas/Problem', components: described.components })
  expect(problem(json(await fetchFrom(paper, '/api/v1/nowhere')))).toBe(true)
})

test('no answer contains anything that only the desk may see', async ({ ownPaper: paper }) => {
  const section = await sectionId(paper, 'city')
  const secret = (words: string) => ({
    headline: `Unheard ${words}`,
    sectionId: section,
    kind: 'news' as const,
    language: 'en',
    body: [{ type: 'paragraph' as const, id: 'e1', text: [{ text: `Quibblewock ${words}` }] }],
  })
  const draft = await writeArticle(paper.db, { draft: secret('draft'), ...BY })
  const gone = await writeArticle(paper.db, { draft: secret('gone'), ...BY })
  await publish(paper.db, { id: gone, ...BY })
  await withdraw(paper.db, { id: gone, reason: 'It was not so.', ...BY })
  await paper.catchUp()
  const scheduled = await demoStory(paper, 'night-tram-plan')
  const all = [
    ...(await addresses(paper)),
    ...['/api/v1/search?q=quibblewock', '/api/v1/search?q=unheard', '/api/v1/search?q=night+weekends'],
    ...['json', 'ninjs'].map((format) => `/api/v1/articles?limit=100&format=${format}`),
    '/api/v1/articles?section=city&limit=100',
  ]
  const accounts = await paper.db.select({ email: users.email }).from(users)
  for (const path of all) {
    const { body } = await fetchFrom(paper, path)
    for (const words of ['Quibblewock', 'Unheard', scheduled.headline, ...accounts.map(({ email }) => email)]) {
      expect(body.includes(words), `${words} in ${path}`).toBe(false)
    }
    expect(body).not.toMatch(/"(?:ownerId|embargoUntil|deletedAt|savedBy|savedAt|withdrawalReason|state)"/)
  }
  for (const id of [draft, scheduled.id]) {
    expect((await fetchFrom(paper, `/api/v1/articles/${id}`)).status).toBe(404)
    for (const format of ['json', 'md']) expect((await fetchFrom(paper, `/city/x-${id}.${format}`)).status).toBe(404)
  }
  const response = await fetchFrom(paper, `/api/v1/articles/${gone}`)
  expect([response.status, json(response).detail]).toEqual([410, expect.stringContaining('It was not so.')])
  expect(response.body).not.toContain('Unheard')
})

test('the formats of an article are at its address, move when it is renamed, and answer 410 when it is withdrawn [article-formats]', async ({
  ownPaper: paper,
}) => {
  const { id, path } = await demoStory(paper, 'tram-line-4')
  const [data, text] = [await fetchFrom(paper, `${path}.json`), await fetchFrom(paper, `${path}.md`)]
  expect(data.headers.link).toBe(`<${paper.url}${path}>; rel="canonical"`)
  expect(text.headers.link).toBe(data.headers.link)
  expect(data.body).toBe((await fetchFrom(paper, `/api/v1/articles/${id}`)).body)
  expect(text.body).toContain(`url: "${paper.url}${path}"`)
  expect((await fetchFrom(paper, `/world/${id}.json`)).location).toBe(`${path}.json`)
  expect((await fetchFrom(paper, `${path.toUpperCase()}.MD`)).location).toBe(`${path}.md`)
  expect((await fetchFrom(paper, `/formats/${id}/json`)).status).toBe(404)

  await rename(paper.db, { id, headline: 'Line 4 runs late', slug: 'line-4-runs-late', ...BY })
  await paper.catchUp()
  const moved = (await publicStory(paper, id)).path
  for (const format of ['json', 'md']) {
    expect(await fetchFrom(paper, `${path}.${format}`)).toMatchObject({ status: 308, location: `${moved}.${format}` })
    expect((await fetchFrom(paper, `${moved}.${format}`)).body).toContain('Line 4 runs late')
  }

  await correct(paper.db, { id, note: 'It was Tuesday.', ...BY })
  await paper.catchUp()
  expect(json(await fetchFrom(paper, `${moved}.json`))).toMatchObject({ corrections: [{ note: 'It was Tuesday.' }] })
  expect((await fetchFrom(paper, `${moved}.md`)).body).toContain('## Correction\n\n- It was Tuesday.')

  await withdraw(paper.db, { id, reason: '', ...BY })
  await paper.catchUp()
  for (const address of [`${moved}.json`, `${moved}.md`, `/api/v1/articles/${id}`]) {
    expect((await fetchFrom(paper, address)).status, address).toBe(410)
  }
  expect((await walk(paper)).map((story) => story.id)).not.toContain(id)
  await republish(paper.db, { id, ...BY })
  await paper.catchUp()
  expect((await walk(paper)).map((story) => story.id)).toContain(id)
})

test('live references follow their target', async ({ ownPaper: paper }) => {
  const [line, strike] = [await demoStory(paper, 'tram-line-4'), await demoStory(paper, 'tram-strike-averted')]
  await rename(paper.db, { id: strike.id, headline: 'No strike after all', slug: 'no-strike', ...BY })
  await paper.catchUp()
  const { path } = await publicStory(paper, strike.id)
  const answer = json(await fetchFrom(paper, `${line.path}.json`))
  const targets = answer.body.elements.flatMap((element: { target?: object; targets?: object[] }) =>
    element.target ? [element.target] : (element.targets ?? []),
  )
  expect(targets).toContainEqual({
    id: strike.id,
    headline: 'No strike after all',
    language: 'en',
    url: paper.url + path,
  })
  expect((await fetchFrom(paper, `${line.path}.md`)).body).toContain(`[No strike after all](${paper.url}${path})`)
})

test('oEmbed answers for the present and the former address of a story [oembed]', async ({ ownPaper: paper }) => {
  const { id, path } = await demoStory(paper, 'ferry-day')
  await addRedirect(paper.db, { from: '/2019/ferries.html', target: { articleId: id }, siteUrl: paper.url, ...BY })
  const embed = (address: string, more = '') =>
    fetchFrom(paper, `/api/oembed?url=${encodeURIComponent(address)}${more}`)
  const present = await embed(paper.url + path)
  expect(json(present)).toMatchObject({ type: 'rich', version: '1.0' })
  expect(json(present).html).not.toMatch(/<script|<iframe|<img|style=| on\w+=/i)
  expect((await embed(`${paper.url}/2019/ferries.html`)).body).toBe(present.body)
  for (const other of [`/world/${id}`, `${path}).`, `${path}.md`]) {
    expect((await embed(paper.url + other)).body, other).toBe(present.body)
  }
  expect((await embed(`${paper.url}/tag/covid-${id}`)).status).toBe(404)
  const xml = await embed(paper.url + path, '&format=xml')
  expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(xml.body).toContain('<oembed><type>rich</type>')
  expect(json(await embed(paper.url + path, '&maxwidth=300&maxheight=90'))).toMatchObject({ width: 300, height: 90 })
  for (const elsewhere of [`${paper.url}/city`, `${paper.url}/`, (await demoStory(paper, 'bakery-prize')).path]) {
    expect((await embed(new URL(elsewhere, paper.url).href)).status, elsewhere).toBe(404)
  }
})

// A server of its own: others store pages meanwhile.
test.describe('the page store', () => {
  test.use({ needsOwnServer: true })

  test('invented addresses leave nothing in the page store', async ({ ownPaper: paper }) => {
    await fetchFrom(paper, '/api/v1/articles')
    const before = await storedPageCount(paper)
    for (let number = 0; number < 20; number++) {
      await fetchFrom(paper, `/api/v1/search?q=tram+${number}`)
      await fetchFrom(paper, `/api/v1/articles?since=2026-11-0${(number % 9) + 1}T00:00:${10 + number}Z`)
      await fetchFrom(paper, `/api/v1/articles?topic=made-up-${number}`)
      await fetchFrom(paper, `/api/v1/articles/${9_000_000 + number}`)
      await fetchFrom(paper, `/api/v1/articles?limit=20&utm=${number}`)
    }
    expect(await storedPageCount(paper)).toBe(before)
  })
})
