import { expect, test } from 'vitest'
import { changesAtTag } from '@/lib/pages/tags'
import { Pages } from '@/server/pages/pages'
import type { Rendered } from '@/server/pages/renderer'

const EIGHT = Date.UTC(2026, 10, 23, 8)

/** A paper whose pages say what the desk says now, and whose renders end when they are told to. */
function paper({ held = false } = {}) {
  const desk = {
    ...{ words: 'first words', tags: ['article:1'], status: 200, now: EIGHT },
    document: null as Rendered['document'],
    renders: [] as string[],
    /** What renders wait for from now on. */
    pause: null as Promise<void> | null,
  }
  let release: () => void = () => {}
  const gate = held ? new Promise<void>((resolve) => (release = resolve)) : null
  const pages = new Pages({
    render: async (path): Promise<Rendered> => {
      desk.renders.push(path)
      const { words, tags, status, document, pause } = desk
      await gate
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
    mostBytes: 1_000_000,
  })
  return { desk, pages, release: () => release() }
}

const words = (outcome: Awaited<ReturnType<Pages['at']>>) =>
  outcome.kind === 'page' ? String(outcome.page.representations.identity.body) : outcome.kind

test('however many ask at once, a page is rendered once', async () => {
  const { desk, pages, release } = paper({ held: true })
  const asked = Array.from({ length: 50 }, () => pages.at('/a'))
  release()
  const answers = await Promise.all(asked)
  expect(new Set(answers.map(words))).toEqual(new Set(['<html>first words</html>']))
  expect(desk.renders).toEqual(['/a'])
  await pages.at('/a')
  expect(desk.renders).toEqual(['/a'])
})

test('a page whose subject changed while it was rendered is rendered again before anybody gets it', async () => {
  const { desk, pages, release } = paper({ held: true })
  const asked = pages.at('/a')
  await Promise.resolve()
  desk.words = 'second words'
  pages.expire(['article:1'])
  release()
  expect(words(await asked)).toBe('<html>second words</html>')
  expect(words(await pages.at('/a'))).toBe('<html>second words</html>')
})

test('a dropped page is rendered anew without anybody asking', async () => {
  const { desk, pages } = paper()
  await pages.at('/a')
  desk.words = 'second words'
  pages.expire(['article:1'])
  await pages.warmed()
  expect(pages.store.paths()).toEqual(['/a'])
  expect(desk.renders).toEqual(['/a', '/a'])
})

test('a page is served up to the instant at which its answer changes, and fresh from then on', async () => {
  const { desk, pages } = paper()
  desk.tags = ['article:1', changesAtTag(new Date(EIGHT + 5000))]
  await pages.at('/a')
  desk.words = 'second words'
  desk.tags = ['article:1']
  desk.now = EIGHT + 4999
  expect(words(await pages.at('/a'))).toBe('<html>first words</html>')
  desk.now = EIGHT + 5000
  expect(words(await pages.at('/a'))).toBe('<html>second words</html>')
})

test('a not-found address is told apart and leaves nothing in the store', async () => {
  const { desk, pages } = paper()
  desk.status = 404
  expect(await pages.at('/nobody')).toEqual({ kind: 'missing' })
  expect(pages.store.size).toBe(0)
})

test('a page that says its article is gone answers 410 and is not kept: it has addresses without end', async () => {
  const { desk, pages } = paper()
  desk.tags = ['article:1', 'gone']
  const outcome = await pages.at('/a')
  expect(outcome.kind === 'page' && outcome.page.status).toBe(410)
  expect(pages.store.size).toBe(0)
})

test('a page asked for in passing is not kept', async () => {
  const { pages } = paper()
  await pages.passing('/search/q1')
  expect(pages.store.size).toBe(0)
})

test('a render that fails is told, and the next one may succeed', async () => {
  const { desk, pages } = paper()
  desk.words = '<template id="B:0"></template>'
  expect((await pages.at('/a')).kind).toBe('failed')
  desk.words = 'mended'
  expect(words(await pages.at('/a'))).toBe('<html>mended</html>')
})

test('a page is as old as its newest subject, never older than the build', async () => {
  const { desk, pages } = paper()
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

test('an address that names nothing is told without a render', async () => {
  const { desk, pages } = paper()
  expect(await pages.at('/invented')).toEqual({ kind: 'missing' })
  expect(desk.renders).toEqual([])
})

test('a page is warmed only when nobody waits for another', async () => {
  const { desk, pages } = paper()
  await pages.at('/a')
  let go: () => void = () => {}
  desk.pause = new Promise<void>((resolve) => (go = resolve))
  desk.tags = ['article:2']
  const asked = pages.at('/b')
  await expect.poll(() => desk.renders).toEqual(['/a', '/b'])
  pages.expire(['article:1'])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(desk.renders).toEqual(['/a', '/b'])
  desk.pause = null
  go()
  await asked
  await pages.warmed()
  expect(desk.renders).toEqual(['/a', '/b', '/a'])
})

test('a document is kept as its route made it, and rendered where the framework makes it', async () => {
  const { desk, pages } = paper()
  desk.document = { contentType: 'text/markdown; charset=utf-8', others: ['X-Robots-Tag', 'noindex'] }
  const outcome = await pages.at('/city/ferry-1.md')
  if (outcome.kind !== 'page') throw new Error(`a document came to ${outcome.kind}`)
  expect(outcome.page.document).toEqual(desk.document)
  await pages.at('/city/ferry-1.md')
  expect(desk.renders).toEqual(['/formats/1/md'])
})

test('a document that tells of trouble goes out as it is and is not kept', async () => {
  const { desk, pages } = paper()
  desk.document = { contentType: 'application/problem+json', others: [] }
  desk.status = 410
  const outcome = await pages.at('/city/ferry-1.json')
  expect(outcome.kind === 'page' && outcome.page.status).toBe(410)
  expect(pages.store.size).toBe(0)
})

test('what is not kept is an answer for this moment alone', async () => {
  const { desk, pages } = paper()
  const freshUntil = async (outcome: ReturnType<Pages['at']>) => {
    const found = await outcome
    return found.kind === 'page' ? found.page.freshUntil : found.kind
  }
  expect(await freshUntil(pages.at('/a'))).toBe(Number.POSITIVE_INFINITY)
  expect(await freshUntil(pages.passing('/search/ferry'))).toBe(0)
  await pages.prepare()
  expect([pages.missing.freshUntil, pages.unavailable.freshUntil]).toEqual([0, 0])
  desk.tags = ['gone']
  expect(await freshUntil(pages.at('/b'))).toBe(Number.POSITIVE_INFINITY)
})
