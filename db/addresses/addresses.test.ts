import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { movePath } from '@/db/addresses/redirects'
import { addReceiver } from '@/db/deliveries/receivers'
import { addSection } from '@/db/paper/sections'
import { withdraw } from '@/db/publishing/publishing'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { pages } from '@/db/store/pages-schema'
import { aPaper, aStory, HARBOUR, MARA, NOT_PUBLIC, NOW, PUBLIC, WITHDRAWN, WORLD } from '@/db/testing/fixtures'
import { REQUIRED_PAGE_PATHS } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const at = (path: string) => addressOf(db, { path, now: NOW })
const aFerry = (state: object) => aStory(db, { headline: 'Ferry day', sectionId: WORLD, ...state })

test.each(PUBLIC)(
  '%s is a page at its own address and a redirect from others that name it [article-address]',
  async (_, state) => {
    const id = await aFerry(state)
    expect(await at(`/world/ferry-day-${id}`)).toEqual({ kind: 'page' })
    for (const other of [`/world/ferry-night-${id}`, `/city/ferry-day-${id}`, `/world/${id}`, `/city/fer-${id}`]) {
      expect(await at(other), other).toEqual({ kind: 'redirect', location: `/world/ferry-day-${id}` })
    }
    for (const none of [
      `/nowhere/ferry-day-${id}`,
      `/nowhere/${id}`,
      `/world/covid-${id}`,
      `/topics/ferry-day-${id}`,
    ]) {
      expect(await at(none), none).toEqual({ kind: 'missing' })
    }
  },
)

test.each(WITHDRAWN)('the address of %s is a notice', async (_, state) => {
  const id = await aFerry(state)
  expect(await at(`/world/ferry-day-${id}`)).toEqual({ kind: 'page', isNotice: true })
})

test('a standing page is a page until it is taken down, and a notice from then on', async () => {
  const [page] = await db
    .insert(pages)
    .values({ slug: 'privacy', version: 1, publishedVersion: 1, publishedAt: NOW, changedAt: NOW })
    .returning()
  expect(await at('/privacy')).toEqual({ kind: 'page' })
  await db
    .update(pages)
    .set({ publishedVersion: null, takenDownAt: NOW })
    .where(eq(pages.id, page?.id ?? 0))
  expect(await at('/privacy')).toEqual({ kind: 'page', isNotice: true })
})

test.each(NOT_PUBLIC.filter((unseen) => !WITHDRAWN.includes(unseen)))(
  'the address of %s is missing',
  async (_, state) => {
    const id = await aFerry(state)
    expect(await at(`/world/ferry-day-${id}`)).toEqual({ kind: 'missing' })
  },
)

test.each(['/', '/search', '/corrections', ...REQUIRED_PAGE_PATHS, '/world'])('%s is a page', async (path) => {
  expect(await at(path)).toEqual({ kind: 'page' })
})

test.each([
  '/nowhere',
  '/nowhere/page/2',
  '/topics',
  '/topics/nothing',
  '/authors/nobody/page/3',
  '/sections/world',
  '/world/no-number',
  '/world/ferry-day-99999',
  '/world/page/2',
  '/corrections/page/2',
  '/world/page/x',
  '/a/b/c/d',
  '/constructor/world',
  '/about/page/2/page/3',
])('%s is missing', async (path) => {
  expect(await at(path)).toEqual({ kind: 'missing' })
})

const aListOf = async (count: number, story: object) => {
  const ids: number[] = []
  for (let number = 1; number <= count; number++) ids.push(await aFerry({ headline: `Ferry ${number}`, ...story }))
  return ids
}

test('a list has as many pages as its stories fill [list-addresses]', async () => {
  await aListOf(61, { topics: [HARBOUR], by: [MARA] })
  for (const list of ['/world', '/topics/harbour', '/authors/mara-quill']) {
    expect(await at(`${list}/page/3`), list).toEqual({ kind: 'page' })
    expect(await at(`${list}/page/4`), list).toEqual({ kind: 'missing' })
  }
})

test('a page that a list lost redirects to the list, one that it never had is missing [lost-list-pages]', async () => {
  const [first = 0] = await aListOf(31, {})
  expect(await at('/world/page/2')).toEqual({ kind: 'page' })
  await withdraw(db, { id: first, reason: 'It rained.', by: withoutAccount('The desk'), now: NOW })
  expect(await at('/world/page/2')).toEqual({ kind: 'redirect', location: '/world' })
  expect(await at('/world/page/3')).toEqual({ kind: 'missing' })
})

test('an old address redirects to its target, and so do the pages of a list that moved', async () => {
  await aListOf(31, {})
  await addRedirect(db, { siteUrl: 'https://observer.example', from: '/welt', target: { toPath: '/world' }, now: NOW })
  expect(await at('/welt')).toEqual({ kind: 'redirect', location: '/world' })
  expect(await at('/welt/page/2')).toEqual({ kind: 'redirect', location: '/world/page/2' })
  expect(await at('/welt/page/3')).toEqual({ kind: 'missing' })
})

test('a redirect never leads to a missing page', async () => {
  await movePath(db, { from: '/welt', to: '/nowhere', now: NOW })
  expect(await at('/welt')).toEqual({ kind: 'missing' })
  expect(await at('/welt/rss.xml')).toEqual({ kind: 'missing' })
})

test('every list of stories has a feed, which moves with the list', async () => {
  await addRedirect(db, { siteUrl: 'https://observer.example', from: '/welt', target: { toPath: '/world' }, now: NOW })
  expect(await at('/rss.xml')).toEqual({ kind: 'page' })
  expect(await at('/world/atom.xml')).toEqual({ kind: 'page' })
  expect(await at('/welt/feed.json')).toEqual({ kind: 'redirect', location: '/world/feed.json' })
})

test.each(['/nowhere/rss.xml', '/about/rss.xml', '/world/rss.xml/page/2', '/world/feed.xml'])(
  'there is no feed at %s',
  async (path) => {
    expect(await at(path)).toEqual({ kind: 'missing' })
  },
)

test('a format of an article is rendered at an internal path, and redirects when the article moves', async () => {
  const id = await aFerry({ state: 'published', publishedAt: NOW })
  expect(await at(`/world/ferry-day-${id}.md`)).toEqual({ kind: 'page', rendersAt: `/formats/${id}/md` })
  expect(await at(`/city/old-ferry-${id}.json`)).toEqual({ kind: 'redirect', location: `/world/ferry-day-${id}.json` })
  expect(await at(`/city/old-${id}.json`)).toEqual({ kind: 'missing' })
  expect(await at('/world/nothing-99999.md')).toEqual({ kind: 'missing' })
})

test('a file of the news sitemap is rendered at an internal path', async () => {
  expect(await at('/news-sitemap-2.xml')).toEqual({ kind: 'page', rendersAt: '/news-sitemap/2' })
  expect(await at('/news-sitemap/2')).toEqual({ kind: 'missing' })
})

test.each(NOT_PUBLIC.filter((unseen) => !WITHDRAWN.includes(unseen)))('there is no card of %s', async (_, state) => {
  const id = await aFerry(state)
  expect(await at(`/cards/${id}-abc.png`)).toEqual({ kind: 'missing' })
})

test.each(WITHDRAWN)('the card of %s shows its notice', async (_, state) => {
  const id = await aFerry(state)
  expect(await at(`/cards/${id}-abc.png`)).toEqual({
    kind: 'page',
    rendersAt: `/world/ferry-day-${id}`,
    isNotice: true,
  })
})

test('public stories and the paper have a card', async () => {
  const id = await aFerry({ state: 'published', publishedAt: NOW })
  expect(await at(`/cards/${id}-abc.png`)).toEqual({ kind: 'page' })
  expect(await at('/cards/paper-abc.png')).toEqual({ kind: 'page' })
})

test('the file of an IndexNow key is a page, and that of another key is missing', async () => {
  const terms = { kind: 'indexnow' as const, address: 'https://search.example/', key: 'a1b2c3d4' }
  expect(await at('/a1b2c3d4.txt')).toEqual({ kind: 'missing' })
  await addReceiver(db, { name: 'Search engines', terms, now: NOW })
  expect(await at('/a1b2c3d4.txt')).toEqual({ kind: 'page', rendersAt: '/formats/keys/a1b2c3d4' })
  expect(await at('/another1.txt')).toEqual({ kind: 'missing' })
})

test.each([
  ['/feed', '/rss.xml'],
  ['/rss', '/rss.xml'],
  ['/atom', '/atom.xml'],
  ['/feed/json', '/feed.json'],
  ['/world/feed', '/world/rss.xml'],
  ['/topics/harbour/atom', '/topics/harbour/atom.xml'],
  ['/welt/feed', '/world/rss.xml'],
  ['/world/page/1', '/world'],
  ['/topics/harbour/page/1', '/topics/harbour'],
  ['/authors/mara-quill/page/1', '/authors/mara-quill'],
  ['/corrections/page/1', '/corrections'],
  ['/welt/page/1', '/world'],
  ['/page/1', '/'],
  ['/security.txt', '/.well-known/security.txt'],
  ['/feed).', '/rss.xml'],
])('%s, which clients expect of any site, answers one redirect to %s [expected-addresses]', async (path, location) => {
  await addRedirect(db, { siteUrl: 'https://observer.example', from: '/welt', target: { toPath: '/world' }, now: NOW })
  expect(await at(path)).toEqual({ kind: 'redirect', location })
})

test.each(['/nowhere/feed', '/nowhere/page/1', '/corrections/feed', '/about/page/1/page/1', '/topics/nothing/rss'])(
  '%s stands for nothing',
  async (path) => expect(await at(path)).toEqual({ kind: 'missing' }),
)

test('a redirect or a section at an expected address comes first', async () => {
  await addRedirect(db, { siteUrl: 'https://observer.example', from: '/feed', target: { toPath: '/world' }, now: NOW })
  await addSection(db, { slug: 'rss', name: 'RSS', description: '', parentId: null, now: NOW })
  expect(await at('/feed')).toEqual({ kind: 'redirect', location: '/world' })
  expect(await at('/rss')).toEqual({ kind: 'page' })
})

test('security.txt is rendered at an internal path', async () => {
  expect(await at('/.well-known/security.txt')).toEqual({ kind: 'page', rendersAt: '/formats/security' })
  expect(await at('/.well-known/anything')).toEqual({ kind: 'missing' })
})
