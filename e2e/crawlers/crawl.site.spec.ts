import { expect, type Paper, test } from '@/e2e/testing/paper'
import { crawl, fetchFrom, type SiteResponse } from '@/e2e/testing/site-response'

/** Pages without a link to them, one of each kind. */
const ASKED_FOR = ['/search?q=tram', '/search?q=nothing-has-this-word', '/search?q=the&page=2']

const crawls = new WeakMap<Paper, Promise<Map<string, SiteResponse>>>()

/** The whole site, requested once by each worker. */
function wholeSite(paper: Paper): Promise<Map<string, SiteResponse>> {
  const existing = crawls.get(paper)
  if (existing) return existing
  const crawling = crawl(paper, ['/', ...ASKED_FOR])
  crawls.set(paper, crawling)
  return crawling
}

test('every link of the paper leads to a page without a redirect', async ({ paper }) => {
  const answers = await wholeSite(paper)
  expect(answers.size).toBeGreaterThan(80)
  const wrong = [...answers].filter(([, { status }]) => status !== 200)
  expect(wrong.map(([path, { status }]) => `${path} answers ${status}`)).toEqual([])
})

test('every link with a fragment leads to an existing id [anchors]', async ({ paper }) => {
  const answers = await wholeSite(paper)
  for (const [path, answer] of answers) {
    for (const { to, fragment } of answer.links) {
      if (!fragment) continue
      const found = answers.get(to)?.tags.some(({ attribs }) => attribs.id === fragment)
      expect(found, `${path} links to ${to}#${fragment}`).toBe(true)
    }
  }
})

test('every page has one h1, a title of its own and its own address as canonical', async ({ paper }) => {
  const titles = new Map<string, string>()
  for (const [path, answer] of await wholeSite(paper)) {
    expect(answer.named('h1'), path).toHaveLength(1)
    expect(answer.wordsOf('h1'), path).not.toBe('')
    expect(answer.named('title'), path).toHaveLength(1)
    const title = answer.wordsOf('title')
    expect(title, path).not.toBe('')
    const canonical = path.startsWith('/search?') ? '/search' : path
    expect(answer.canonical, path).toBe(new URL(canonical, paper.url).href)
    if (path.startsWith('/search?')) continue
    expect(titles.get(title), `${path} has the title of another page`).toBeUndefined()
    titles.set(title, path)
  }
})

test('head and body of every page are where they belong', async ({ paper }) => {
  for (const [path, answer] of await wholeSite(paper)) {
    const astray = answer
      .named('title', 'meta', 'link', 'base')
      .filter(({ parent }) => !(parent && 'name' in parent && parent.name === 'head'))
    expect(
      astray.map(({ attribs }) => attribs),
      path,
    ).toEqual([])
    expect(answer.named('main'), path).toHaveLength(1)
    const ids = answer.tags.flatMap(({ attribs }) => attribs.id ?? [])
    expect(ids.length, `${path} has an id twice`).toBe(new Set(ids).size)
  }
})

test('everything that a page loads is on the site and answers 200', async ({ paper }) => {
  test.setTimeout(120_000)
  const loaded = new Map<string, string>()
  for (const [path, answer] of await wholeSite(paper)) {
    for (const address of loadedBy(answer)) loaded.set(new URL(address, paper.url).href, path)
  }
  expect(loaded.size).toBeGreaterThan(100)
  for (const [address, path] of loaded) {
    const { origin, pathname } = new URL(address)
    expect(origin, `${path} loads ${address}`).toBe(paper.url)
    const file = await fetchFrom(paper, pathname)
    expect(file.status, `${path} loads ${address}`).toBe(200)
    for (const [, inside = ''] of file.headers['content-type']?.startsWith('text/css')
      ? file.body.matchAll(/url\(["']?([^"')]+)/g)
      : []) {
      const nested = new URL(inside, address)
      expect(nested.origin, `${address} loads ${inside}`).toBe(paper.url)
      expect((await fetchFrom(paper, nested.pathname)).status, `${address} loads ${inside}`).toBe(200)
    }
  }
})

test('reader pages have no inline script, style or event handler', async ({ paper }) => {
  for (const [path, answer] of await wholeSite(paper)) {
    const inline = answer.tags.filter(
      ({ name, attribs }) =>
        name === 'style' ||
        'style' in attribs ||
        Object.keys(attribs).some((attribute) => attribute.startsWith('on')) ||
        (name === 'script' && !attribs.src && attribs.type !== 'application/ld+json'),
    )
    expect(
      inline.map(({ name, attribs }) => ({ name, attribs })),
      path,
    ).toEqual([])
    const scripts = answer.named('script').flatMap(({ attribs }) => attribs.src ?? [])
    expect(
      scripts.filter((src) => !src.startsWith('/assets/')),
      path,
    ).toEqual([])
  }
})

/** The addresses that a browser fetches to show a page. */
function loadedBy({ tags, headers }: SiteResponse): string[] {
  const fetched = tags.flatMap(({ name, attribs }) => {
    const { src, srcset, srcSet, poster, href, rel = '', action } = attribs
    const sets = [srcset, srcSet].flatMap((set) => set?.split(',').map((one) => one.trim().split(/\s+/)[0] ?? '') ?? [])
    const isLoaded = name === 'link' && !/^(?:canonical|alternate|author|license|next|prev)$/.test(rel)
    return [src, poster, ...sets, isLoaded ? href : undefined, name === 'use' ? href : undefined, action]
  })
  const linked = [...(headers.link ?? '').toString().matchAll(/<([^>]+)>/g)].map(([, address]) => address)
  const rules = headers['speculation-rules']?.toString().replaceAll('"', '')
  return [...fetched, ...linked, rules].filter((address) => address !== undefined && address !== '') as string[]
}
