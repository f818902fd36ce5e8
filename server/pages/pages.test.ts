import { describe, expect, test } from 'vitest'
import { changesAtTag, tags } from '@/lib/pages/tags'
import type { StoredPage } from '@/server/pages/page-store'
import { Pages } from '@/server/pages/pages'
import type { Rendered } from '@/server/pages/renderer'

const EIGHT = Date.UTC(2026, 10, 23, 8)

/** Pages that show what `desk` holds; with `held`, renders finish when `release` is called. */
function renderedPages({ held = false } = {}) {
  const desk = {
    words: 'first words',
    tags: ['article:1'],
    status: 200,
    now: EIGHT,
    document: null as Rendered['document'],
    renders: [] as string[],
    /** Where a page has other tags than the rest. */
    tagsOf: {} as Record<string, string[]>,
    /** Promise that further renders wait for. */
    pause: null as Promise<void> | null,
  }
  let release: () => void = () => {}
  const released = held ? new Promise<void>((resolve) => (release = resolve)) : null
  const pages = new Pages({
    render: async (path): Promise<Rendered> => {
      desk.renders.push(path)
      const { words, status, document, pause } = desk
      const tags = desk.tagsOf[path] ?? desk.tags
      await released
      await pause
      return { status, location: null, body: Buffer.from(`<html>${words}</html>`), document, link: '', tags }
    },
    addressOf: async (path) => {
      if (path === '/invented') return { kind: 'missing' }
      return path.endsWith('.md') ? { kind: 'page', rendersAt: '/formats/1/md' } : { kind: 'page' }
    },
    now: () => new Date(desk.now),
    lastStaleAt: async () => null,
    builtAt: new Date(EIGHT - 1000),
    maxBytes: 1_000_000,
  })
  return { desk, pages, release: () => release() }
}

/** Lets everything run that needs no timer. */
async function macrotasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

const words = (outcome: Awaited<ReturnType<Pages['at']>>) =>
  outcome.kind === 'page' ? String(outcome.page.representations.identity.body) : outcome.kind

test('simultaneous requests for a page share one render', async () => {
  const { desk, pages, release } = renderedPages({ held: true })
  const requests = Array.from({ length: 50 }, () => pages.at('/a'))
  release()
  const answers = await Promise.all(requests)
  expect(new Set(answers.map(words))).toEqual(new Set(['<html>first words</html>']))
  expect(desk.renders).toEqual(['/a'])
  await pages.at('/a')
  expect(desk.renders).toEqual(['/a'])
})

test('a page whose subject changed while it was rendered is rendered again before it is sent', async () => {
  const { desk, pages, release } = renderedPages({ held: true })
  const request = pages.at('/a')
  await Promise.resolve()
  desk.words = 'second words'
  pages.invalidate(['article:1'])
  release()
  expect(words(await request)).toBe('<html>second words</html>')
  expect(words(await pages.at('/a'))).toBe('<html>second words</html>')
})

test('an invalidated page is rendered again without a request', async () => {
  const { desk, pages } = renderedPages()
  await pages.at('/a')
  desk.words = 'second words'
  pages.invalidate(['article:1'])
  await pages.warmed()
  expect(pages.store.paths()).toEqual(['/a'])
  expect(desk.renders).toEqual(['/a', '/a'])
})

test('a page is served until the instant at which it goes stale, and rendered again from then on', async () => {
  const { desk, pages } = renderedPages()
  desk.tags = ['article:1', changesAtTag(new Date(EIGHT + 5000))]
  await pages.at('/a')
  desk.words = 'second words'
  desk.tags = ['article:1']
  desk.now = EIGHT + 4999
  expect(words(await pages.at('/a'))).toBe('<html>first words</html>')
  desk.now = EIGHT + 5000
  expect(words(await pages.at('/a'))).toBe('<html>second words</html>')
})

test('an address that does not exist is reported as missing and leaves nothing in the store', async () => {
  const { desk, pages } = renderedPages()
  desk.status = 404
  expect(await pages.at('/nobody')).toEqual({ kind: 'missing' })
  expect(pages.store.size).toBe(0)
})

test('the page of a withdrawn article answers 410 and is not stored: clients can invent spellings of its address', async () => {
  const { desk, pages } = renderedPages()
  desk.tags = ['article:1', 'gone']
  const outcome = await pages.at('/a')
  expect(outcome.kind === 'page' && outcome.page.status).toBe(410)
  expect(pages.store.size).toBe(0)
})

test('a page that is rendered uncached is not stored', async () => {
  const { pages } = renderedPages()
  await pages.renderUncached('/search/q1')
  expect(pages.store.size).toBe(0)
})

test('a render that fails is reported, and the next one may succeed', async () => {
  const { desk, pages } = renderedPages()
  desk.words = '<template id="B:0"></template>'
  expect((await pages.at('/a')).kind).toBe('failed')
  desk.words = 'mended'
  expect(words(await pages.at('/a'))).toBe('<html>mended</html>')
})

test('Last-Modified is that of the newest subject, never before the build', async () => {
  const { desk, pages } = renderedPages()
  const first = await pages.at('/a')
  expect(first.kind === 'page' && first.page.lastModified.getTime()).toBe(EIGHT - 1000)
  desk.tags = [`as-of:${EIGHT - 500}`, `as-of:${EIGHT - 900}`]
  const second = await pages.at('/b')
  expect(second.kind === 'page' && second.page.lastModified.getTime()).toBe(EIGHT - 1000)
  desk.now = EIGHT + 60_000
  desk.tags = [`as-of:${EIGHT + 30_000}`]
  const third = await pages.at('/c')
  expect(third.kind === 'page' && third.page.lastModified.getTime()).toBe(EIGHT + 30_000)
})

test('an address that does not exist is answered without a render', async () => {
  const { desk, pages } = renderedPages()
  expect(await pages.at('/invented')).toEqual({ kind: 'missing' })
  expect(desk.renders).toEqual([])
})

test('a page is warmed only when no reader waits for another', async () => {
  const { desk, pages } = renderedPages()
  await pages.at('/a')
  let finish: () => void = () => {}
  desk.pause = new Promise<void>((resolve) => (finish = resolve))
  desk.tags = ['article:2']
  const request = pages.at('/b')
  await macrotasks()
  expect(desk.renders).toEqual(['/a', '/b'])
  pages.invalidate(['article:1'])
  await macrotasks()
  expect(desk.renders).toEqual(['/a', '/b'])
  desk.pause = null
  finish()
  await request
  await pages.warmed()
  expect(desk.renders).toEqual(['/a', '/b', '/a'])
})

test('a document is stored as its route made it, rendered at the internal path of its route', async () => {
  const { desk, pages } = renderedPages()
  desk.document = { contentType: 'text/markdown; charset=utf-8', others: ['X-Robots-Tag', 'noindex'] }
  const outcome = await pages.at('/city/ferry-1.md')
  if (outcome.kind !== 'page') throw new Error(`the outcome of a document is ${outcome.kind}`)
  expect(outcome.page.document).toEqual(desk.document)
  await pages.at('/city/ferry-1.md')
  expect(desk.renders).toEqual(['/formats/1/md'])
})

test('a document with an error status is sent as it is and not stored', async () => {
  const { desk, pages } = renderedPages()
  desk.document = { contentType: 'application/problem+json', others: [] }
  desk.status = 410
  const outcome = await pages.at('/city/ferry-1.json')
  expect(outcome.kind === 'page' && outcome.page.status).toBe(410)
  expect(pages.store.size).toBe(0)
})

test('a response that is not stored is never cacheable', async () => {
  const { desk, pages } = renderedPages()
  const freshUntil = async (outcome: ReturnType<Pages['at']>) => {
    const settled = await outcome
    return settled.kind === 'page' ? settled.page.freshUntil : settled.kind
  }
  expect(await freshUntil(pages.at('/a'))).toBe(Number.POSITIVE_INFINITY)
  expect(await freshUntil(pages.renderUncached('/search/ferry'))).toBe(0)
  await pages.prepare()
  const errorPages = [await pages.missing(), await pages.unavailable()]
  expect(errorPages.map((page) => page.freshUntil)).toEqual([0, 0])
  desk.tags = ['gone']
  expect(await freshUntil(pages.at('/b'))).toBe(Number.POSITIVE_INFINITY)
})

test('stale pages are made in the order in which people look: the story, the front page, lists, what programs read', async () => {
  const { desk, pages } = renderedPages()
  desk.tagsOf = { '/a': ['article:1'], '/city': ['teaser:1'], '/': ['teaser:1'], '/rss.xml': ['article:1'] }
  for (const path of ['/a', '/', '/city']) await pages.at(path)
  desk.document = { contentType: 'application/rss+xml', others: [] }
  await pages.at('/rss.xml')
  desk.document = null
  desk.renders = []
  pages.invalidate(['article:1', 'teaser:1'])
  await pages.warmed()
  expect(desk.renders).toEqual(['/a', '/', '/city', '/rss.xml'])
})

test('a stale page for which no client has asked since it was made waits until one does', async () => {
  const { desk, pages } = renderedPages()
  await pages.look('/')
  await pages.at('/a')
  pages.invalidate(['article:1'])
  await pages.warmed()
  pages.invalidate(['article:1'])
  await pages.warmed()
  expect(desk.renders).toEqual(['/', '/a', '/a'])
  desk.words = 'second words'
  expect(words(await pages.at('/a'))).toBe('<html>second words</html>')
})

test('error pages are made anew when they are needed, and stay as they were when they cannot be', async () => {
  const { desk, pages } = renderedPages()
  const text = async (page: Promise<StoredPage>) => String((await page).representations.identity.body)
  await pages.prepare()
  desk.words = 'the new name'
  pages.invalidate(['article:1'])
  await pages.warmed()
  expect(desk.renders).toHaveLength(2)
  expect(await Promise.all([text(pages.missing()), text(pages.missing())])).toEqual(
    Array(2).fill('<html>the new name</html>'),
  )
  desk.status = 500
  expect(await text(pages.unavailable())).toBe('<html>first words</html>')
  desk.status = 200
  expect(await text(pages.unavailable())).toBe('<html>the new name</html>')
  expect(desk.renders).toHaveLength(5)
})

describe('a page that is made for one client', () => {
  test('is not made when everybody has left who asked for it; whoever stays gets it', async () => {
    const { desk, pages, release } = renderedPages({ held: true })
    const [one, other] = [new AbortController(), new AbortController()]
    const stays = [pages.renderUncached('/search/q1', one.signal), pages.renderUncached('/search/q1')]
    const leaves = pages.renderUncached('/search/q2', other.signal)
    one.abort()
    other.abort()
    release()
    expect((await Promise.all(stays)).map(words)).toEqual(Array(2).fill('<html>first words</html>'))
    expect(await leaves).toEqual({ kind: 'left' })
    expect(words(await pages.renderUncached('/search/q2'))).toBe('<html>first words</html>')
    expect(desk.renders).toEqual(['/search/q1', '/search/q2', '/search/q2'])
  })

  test('that says why there is no answer has status 503, a page or a document, and is not stored [answers-in-time]', async () => {
    const { desk, pages } = renderedPages()
    desk.tags = [tags.unanswered]
    expect(await pages.renderUncached('/search/q1')).toMatchObject({ page: { status: 503, tags: [] } })
    Object.assign(desk, { status: 503, tags: [], document: { contentType: 'application/problem+json', others: [] } })
    expect(await pages.at('/api/v1/articles')).toMatchObject({ kind: 'page', page: { status: 503 } })
    expect(pages.store.paths()).toEqual([])
  })

  test('what was read for pages before is dropped in the step that drops them', async () => {
    const stale: string[][] = []
    const pages = new Pages({
      render: () => Promise.reject(new Error('nothing is rendered')),
      addressOf: async () => ({ kind: 'missing' }),
      now: () => new Date(EIGHT),
      lastStaleAt: async () => null,
      builtAt: new Date(EIGHT),
      maxBytes: 1_000_000,
      readings: { invalidate: (tags) => void stale.push([...tags]) },
    })
    pages.invalidate(['site', 'section:2'])
    expect(stale).toEqual([['site', 'section:2']])
  })

  test('is put together alone, while others wait for their queries', async () => {
    const order: string[] = []
    let free: () => void = () => {}
    const gate = new Promise<void>((resolve) => (free = resolve))
    const pages = new Pages({
      render: async (path, how) => {
        order.push(`asks ${path}`)
        await how?.goOn?.()
        order.push(`begins ${path}`)
        await gate
        order.push(`ends ${path}`)
        return { status: 200, location: null, body: Buffer.from('<html></html>'), document: null, link: '', tags: [] }
      },
      addressOf: async () => ({ kind: 'page' }),
      now: () => new Date(EIGHT),
      lastStaleAt: async () => null,
      builtAt: new Date(EIGHT),
      maxBytes: 1_000_000,
    })
    const both = ['/a', '/b'].map((path) => pages.renderUncached(path))
    await macrotasks()
    free()
    await Promise.all(both)
    expect(order).toEqual(['asks /a', 'asks /b', 'begins /a', 'ends /a', 'begins /b', 'ends /b'])
  })

  test('does not wait behind others, nor do they wait behind it', async () => {
    const { desk, pages, release } = renderedPages({ held: true })
    const searches = Array.from({ length: 20 }, (_, number) => pages.renderUncached(`/search/q${number}`))
    const page = pages.at('/a')
    await macrotasks()
    expect(desk.renders).toContain('/a')
    release()
    await Promise.all([page, ...searches])
  })
})
