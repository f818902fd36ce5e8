import { beforeEach, expect, test } from 'vitest'
import { aPaper, aStory, NOW, SEEN, UNSEEN, WITHDRAWN, WORLD } from '@/db/fixtures'
import { type Db, openMemoryDb } from '@/db/open'
import { addRedirect, type RedirectTarget, redirectFrom } from '@/db/redirects'

let db: Db
beforeEach(async () => {
  db = await aPaper(openMemoryDb())
})

const leads = (path: string) => redirectFrom(db, { path, now: NOW })
const add = (from: string, target: RedirectTarget) => addRedirect(db, { from, target, now: NOW })

test('an old address leads to the present address of its article', async () => {
  const articleId = await aStory(db, { headline: 'Bridge closed', sectionId: WORLD })
  await add('/2019/05/bridge.html', { articleId })
  expect(await leads('/2019/05/bridge.html')).toBe(`/world/bridge-closed-${articleId}`)
  expect(await leads('/2019/05/tram.html')).toBeNull()
})

const NEVER_PUBLIC = UNSEEN.filter((unseen) => !WITHDRAWN.includes(unseen))

test.each(NEVER_PUBLIC)('an old address does not lead to %s', async (_, state) => {
  await add('/old', { articleId: await aStory(db, { headline: 'Bridge closed', ...state }) })
  expect(await leads('/old')).toBeNull()
})

test.each([...SEEN, ...WITHDRAWN])('an old address leads to %s, whose own address tells its fate', async (_, state) => {
  await add('/old', { articleId: await aStory(db, { headline: 'Bridge closed', ...state }) })
  expect(await leads('/old')).not.toBeNull()
})

test('an address is kept in its canonical spelling', async () => {
  await add('/Hafen//Fähre/', { toPath: '/City/' })
  expect(await leads('/hafen/f%C3%A4hre')).toBe('/city')
})

test('a chain becomes one hop, whichever end is added first', async () => {
  const articleId = await aStory(db, { headline: 'Bridge closed' })
  await add('/a', { toPath: '/b' })
  await add('/b', { toPath: '/c' })
  await add('/z', { toPath: '/a' })
  expect(await Promise.all(['/a', '/b', '/z'].map(leads))).toEqual(['/c', '/c', '/c'])
  await add('/c', { articleId })
  await add('/y', { toPath: '/c' })
  const path = `/city/bridge-closed-${articleId}`
  expect(await Promise.all(['/a', '/b', '/c', '/y', '/z'].map(leads))).toEqual([path, path, path, path, path])
})

test('a later redirect from the same address replaces the earlier one', async () => {
  await add('/a', { toPath: '/b' })
  await add('/a', { toPath: '/c' })
  expect(await leads('/a')).toBe('/c')
})

test('a redirect that would come back to its own address is refused', async () => {
  const articleId = await aStory(db, { headline: 'Bridge closed' })
  await add('/a', { toPath: '/b' })
  await expect(add('/b', { toPath: '/a' })).rejects.toThrow('back to itself')
  await expect(add('/c', { toPath: '/C/' })).rejects.toThrow('back to itself')
  await expect(add(`/city/bridge-closed-${articleId}`, { articleId })).rejects.toThrow('back to itself')
  expect(await leads('/a')).toBe('/b')
})

test.each(['https://elsewhere.example/a', '//elsewhere.example/a', 'a', '/%E0%A4', '/a%2Fb'])(
  '%s is no address of this site, so nothing leads to it or from it',
  async (path) => {
    await expect(add('/a', { toPath: path })).rejects.toThrow('not a path of this site')
    await expect(add(path, { toPath: '/a' })).rejects.toThrow('not a path of this site')
  },
)

test('a redirect to an article that is not there is refused', async () => {
  await expect(add('/a', { articleId: 4711 })).rejects.toThrow('article 4711')
})
