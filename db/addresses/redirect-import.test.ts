import { beforeEach, expect, test } from 'vitest'
import { addressOf } from '@/db/addresses/addresses'
import { importRedirects } from '@/db/addresses/redirect-import'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'

let db: MemoryStore
beforeEach(async () => {
  db = await aPaper(openMemoryStore())
})

const read = (text: string) => importRedirects(db, { text, siteUrl: 'https://observer.example', now: NOW })
const at = (path: string) => addressOf(db, { path, now: NOW })

test('a list is imported line by line, and every bad line is reported with its number', async () => {
  const id = await aStory(db, { headline: 'Bridge closed' })
  const { made, bad } = await read(
    [
      'from,to',
      `https://old.example/2019/Bridge.html,/city/bridge-closed-${id}`,
      '/feed,/rss.xml',
      '/lost,/nowhere',
      'nonsense',
      '/city,/world',
      '/FEED/,/city',
    ].join('\n'),
  )
  expect(made).toEqual([
    { from: '/2019/bridge.html', leadsTo: `/city/bridge-closed-${id}` },
    { from: '/feed', leadsTo: '/rss.xml' },
  ])
  expect(bad).toEqual([
    { line: 4, text: '/lost /nowhere', message: expect.stringContaining('Nothing stands at /nowhere') },
    { line: 5, text: 'nonsense', message: expect.stringContaining('old and a new address') },
    { line: 6, text: '/city /world', message: expect.stringContaining('A page stands at /city') },
    { line: 7, text: '/FEED/ /city', message: 'Line 3 leads this address elsewhere already.' },
  ])
})

test('lines that lead to each other become one hop to the last target, in any order', async () => {
  const { made, bad } = await read('/a /b\n/b /c\n/c /world\n/d /b')
  expect(bad).toEqual([])
  expect(made).toHaveLength(4)
  for (const path of ['/a', '/b', '/c', '/d']) expect(await at(path)).toEqual({ kind: 'redirect', location: '/world' })
})

test('lines that lead in a circle are refused together with those that lead into it', async () => {
  const { made, bad } = await read('/x /a\n/a /b\n/b /c\n/c /a\n/d /city')
  expect(made.map(({ from }) => from)).toEqual(['/d'])
  expect(bad.map(({ line }) => line)).toEqual([1, 2, 3, 4])
  expect(bad[0]?.message).toContain('in a circle')
  for (const path of ['/x', '/a', '/b', '/c']) expect(await at(path)).toEqual({ kind: 'missing' })
})

test('the same list imported twice changes nothing the second time', async () => {
  const text = '/a /city\n/b /a'
  expect((await read(text)).made).toEqual((await read(text)).made)
})

test('between the groups of a long list others have their turn, and all of its lines are saved', async () => {
  const text = Array.from({ length: 130 }, (_, line) => `/old/${line} /city`).join('\n')
  let turns = 0
  const yieldToRequests = async () => {
    turns += 1
  }
  const { made } = await importRedirects(db, { text, siteUrl: 'https://observer.example', now: NOW, yieldToRequests })
  expect([made.length, turns]).toEqual([130, 6])
})
