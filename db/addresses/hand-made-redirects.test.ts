import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { addRedirect, removeRedirect } from '@/db/addresses/hand-made-redirects'
import type { RedirectTarget } from '@/db/addresses/redirects'
import { readdress, reviseArticle } from '@/db/editing/writing'
import { addSection, renameSection } from '@/db/paper/sections'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, NOT_PUBLIC, NOW, PUBLIC, WITHDRAWN, WORLD } from '@/db/testing/fixtures'
import { publishedArticle } from '@/db/testing/published-article'
import { withoutAccount } from '@/lib/revisions/saver'
import { propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const siteUrl = 'https://observer.example'
const BY = { by: withoutAccount('Nadia Reyes'), now: NOW }

async function leads(path: string): Promise<string | null> {
  const address = await addressOf(db, { path, now: NOW })
  return address.kind === 'redirect' ? address.location : null
}

const add = (from: string, target: RedirectTarget) => addRedirect(db, { from, target, siteUrl, now: NOW })
const refusal = (field: string, words: string) => ({ problems: [{ field, message: expect.stringContaining(words) }] })

describe('an old address', () => {
  test('leads to the present address of its article', async () => {
    const articleId = await aStory(db, { headline: 'Bridge closed', sectionId: WORLD })
    const leadsTo = `/world/bridge-closed-${articleId}`
    expect(await add('/2019/05/bridge.html', { articleId })).toEqual({ from: '/2019/05/bridge.html', leadsTo })
    expect(await leads('/2019/05/bridge.html')).toBe(leadsTo)
    expect(await leads('/2019/05/tram.html')).toBeNull()
  })

  test.each(NOT_PUBLIC.filter((unseen) => !WITHDRAWN.includes(unseen)))('does not lead to %s', async (_, state) => {
    await add('/old', { articleId: await aStory(db, { headline: 'Bridge closed', ...state }) })
    expect(await leads('/old')).toBeNull()
  })

  test.each([...PUBLIC, ...WITHDRAWN])(
    'leads to %s, whose own address shows the article or its withdrawal',
    async (_, state) => {
      await add('/old', { articleId: await aStory(db, { headline: 'Bridge closed', ...state }) })
      expect(await leads('/old')).not.toBeNull()
    },
  )

  test('that redirects to the address of a story follows the story', async () => {
    const id = await publishedArticle(db, { headline: 'Bridge closed' })
    await add('/old', { toPath: `${siteUrl}/City/Bridge-Closed-${id}/` })
    await add('/older', { toPath: `/world/${id}` })
    await readdress(db, { id, slug: 'bridge-open', ...BY })
    await reviseArticle(db, { id, change: { sectionId: WORLD }, reason: 'moved', ...BY })
    await renameSection(db, { id: WORLD, name: 'Abroad', slug: 'abroad', now: NOW })
    for (const path of ['/old', '/older']) expect(await leads(path)).toBe(`/abroad/bridge-open-${id}`)
  })

  test('is stored in its canonical spelling', async () => {
    await add('/Hafen//Fähre/', { toPath: '/City/' })
    expect(await leads('/hafen/f%C3%A4hre')).toBe('/city')
  })

  test('with a number that looks like the id of a story leads to its target', async () => {
    const ours = await publishedArticle(db, { headline: 'Bridge closed' })
    const theirs = await publishedArticle(db, { headline: 'Ferry day' })
    await add(`/archive/ferries-in-may-${ours}`, { articleId: theirs })
    await add(`/city/bridge-of-sighs-${ours}`, { articleId: theirs })
    expect(await leads(`/archive/ferries-in-may-${ours}`)).toBe(`/city/ferry-day-${theirs}`)
    expect(await leads(`/city/bridge-of-sighs-${ours}`)).toBe(`/city/ferry-day-${theirs}`)
    expect(await leads(`/archive/anything-else-${ours}`)).toBeNull()
  })

  test('of a list redirects with its pages, and to the list itself for a page that it does not have', async () => {
    for (let count = 0; count < 31; count++) await aStory(db, { headline: `Story ${count}`, sectionId: WORLD })
    await add('/welt', { toPath: '/world' })
    expect(await leads('/welt/page/2')).toBe('/world/page/2')
    expect(await leads('/welt/page/9')).toBeNull()
    expect(await leads('/welt/rss.xml')).toBe('/world/rss.xml')
    await renameSection(db, { id: WORLD, name: 'Abroad', slug: 'abroad', now: NOW })
    expect(await leads('/welt/page/2')).toBe('/abroad/page/2')
    expect(await leads('/world/atom.xml')).toBe('/abroad/atom.xml')
  })
})

test('a chain becomes one hop, in either order', async () => {
  await add('/a', { toPath: '/world' })
  await add('/b', { toPath: '/a' })
  await renameSection(db, { id: WORLD, name: 'Abroad', slug: 'abroad', now: NOW })
  await add('/c', { toPath: '/b' })
  await add('/d', { toPath: '/world' })
  expect(await Promise.all(['/a', '/b', '/c', '/d', '/world'].map(leads))).toEqual(Array(5).fill('/abroad'))
  // A change of one of them does not affect the others, which never led through it.
  await add('/b', { toPath: '/city' })
  expect(await Promise.all(['/a', '/b', '/c'].map(leads))).toEqual(['/abroad', '/city', '/abroad'])
})

test('a later redirect from the same address replaces the earlier one', async () => {
  await add('/a', { toPath: '/world' })
  await add('/a', { toPath: '/city' })
  expect(await leads('/a')).toBe('/city')
})

describe('a redirect is refused', () => {
  test('when it would lead back to its own address', async () => {
    await add('/a', { toPath: '/city' })
    expect(await add('/b', { toPath: '/B/' })).toEqual(refusal('to', 'back to itself'))
    expect(await add('/a', { toPath: '/a' })).toEqual(refusal('to', 'back to itself'))
    expect(await leads('/a')).toBe('/city')
  })

  test.each([
    '/city',
    '/',
    '/search',
    '/rss.xml',
    '/city/atom.xml',
    '/topics/harbour',
    '/robots.txt',
    '/opensearch.xml',
    '/admin',
  ])('from %s, which is a page already', async (from) => {
    expect(await add(from, { toPath: '/world' })).toMatchObject({ problems: [{ field: 'from' }] })
  })

  test('from any address that a story ever had', async () => {
    const id = await publishedArticle(db, { headline: 'Bridge closed' })
    await readdress(db, { id, slug: 'bridge-open', ...BY })
    for (const from of [`/city/bridge-open-${id}`, `/city/bridge-open-${id}.json`]) {
      expect(await add(from, { toPath: '/world' })).toEqual(refusal('from', 'A page stands at'))
    }
    for (const from of [`/city/bridge-closed-${id}`, `/world/bridge-open-${id}`, `/city/bridge-closed-${id}.md`]) {
      expect(await add(from, { toPath: '/world' })).toEqual(refusal('from', 'the story “Bridge closed” had'))
    }
  })

  test.each([
    ['/nowhere', 'Nothing stands at /nowhere'],
    ['/city/page/9', 'Nothing stands at /city/page/9'],
    ['https://elsewhere.example/a', 'not on this site'],
    ['city', 'begins with a slash'],
    ['/%E0%A4', 'cannot be read'],
  ])('when it leads to %s', async (toPath, words) => {
    expect(await add('/a', { toPath })).toEqual(refusal('to', words))
  })

  test('when its story does not exist', async () => {
    expect(await add('/a', { articleId: 4711 })).toEqual(refusal('to', 'no story 4711'))
  })
})

describe('a redirect that is removed', () => {
  test('leads to no page', async () => {
    await add('/a', { toPath: '/city' })
    expect(await removeRedirect(db, { from: '/a', now: NOW })).toEqual({})
    expect(await leads('/a')).toBeNull()
    expect(await removeRedirect(db, { from: '/a', now: NOW })).toBeNull()
  })

  test('is refused for a renamed list, but can be replaced', async () => {
    await renameSection(db, { id: WORLD, name: 'Abroad', slug: 'abroad', now: NOW })
    expect(await removeRedirect(db, { from: '/world', now: NOW })).toEqual(refusal('', 'was the address of a list'))
    expect(await add('/world', { toPath: '/city' })).toHaveProperty('from')
    expect(await leads('/world')).toBe('/city')
  })
})

test('an address that becomes that of a section does not redirect any more', async () => {
  await add('/sport', { toPath: '/city' })
  await add('/games', { toPath: '/sport' })
  await addSection(db, { slug: 'sport', name: 'Sport', description: '', parentId: null, now: NOW })
  expect(await addressOf(db, { path: '/sport', now: NOW })).toEqual({ kind: 'page' })
  expect(await leads('/games')).toBe('/city')
})

test('for any redirects in any order, none loops and none has more than one hop', async () => {
  const places = ['/a', '/b', '/c', '/d', '/a/page/2', '/city', '/city/page/2', '/world', '/old/rss.xml', '/x/y-1']
  const step = fc.oneof(
    fc.record({ from: fc.constantFrom(...places), to: fc.constantFrom(...places) }),
    fc.record({ from: fc.constantFrom(...places), to: fc.constant(1) }),
    fc.record({ slug: fc.constantFrom('a', 'b', 'city', 'town', 'world') }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      db = await aPaper(openMemoryStore())
      await aStory(db, { headline: 'Bridge closed' })
      for (const step of steps) {
        if ('slug' in step) {
          await renameSection(db, { id: WORLD, name: 'World', slug: step.slug, now: NOW }).catch(() => {})
        } else {
          await add(step.from, typeof step.to === 'number' ? { articleId: step.to } : { toPath: step.to })
        }
      }
      for (const path of [...places, '/town', '/town/page/2', '/a/rss.xml']) {
        const location = await leads(path)
        if (location === null) continue
        expect(location).not.toBe(path)
        expect(await addressOf(db, { path: location, now: NOW }), `${path} leads to ${location}`).toEqual({
          kind: 'page',
        })
      }
      db.$client.close()
    }),
    { numRuns: propertyRuns(60) },
  )
}, 120_000)
