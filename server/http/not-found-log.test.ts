import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { NotFoundLog } from '@/server/http/not-found-log'

const SITE = 'https://observer.example'
const NOW = new Date('2026-11-23T14:00:00Z')

let dataDir: string
let clock: number

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-'))
  clock = NOW.getTime()
  return () => {
    vi.useRealTimers()
    rmSync(dataDir, { recursive: true, force: true })
  }
})

const opened = (most?: number) =>
  new NotFoundLog({ dataDir, siteUrl: SITE, hasLink, now: () => new Date(clock), ...(most !== undefined && { most }) })
/** The pages of the site have every link, but those that are invented. */
const hasLink = (page: string, address: string) => !address.startsWith('/invented') && page !== '/invented'
const fileText = () => readFileSync(join(dataDir, 'missed-addresses.json'), 'utf8')

test('an address is counted under one spelling, with times and referring pages, and without client data', () => {
  const log = opened()
  log.record({ url: '/City/Old-Bridge/?reader=ida', referer: 'https://elsewhere.example/inbox?token=1' })
  clock += 5000
  log.record({ url: '/city/old-bridge', referer: `${SITE}/world?page=2` })
  expect(log.list()).toEqual([
    {
      path: '/city/old-bridge',
      count: 2,
      firstAt: NOW.getTime(),
      lastAt: NOW.getTime() + 5000,
      from: ['/world', 'elsewhere.example'],
    },
  ])
})

test('addresses that pages of this site link to come first, then the most requested, then the latest', () => {
  const log = opened()
  for (const url of ['/often', '/often', '/often', '/once', '/later']) {
    clock += 1
    log.record({ url })
  }
  log.record({ url: '/linked', referer: `${SITE}/city` })
  expect(log.list().map(({ path }) => path)).toEqual(['/linked', '/often', '/later', '/once'])
})

test('the number of addresses is limited, and the important ones stay', () => {
  const log = opened(50)
  for (const url of ['/often', '/often', '/often']) log.record({ url })
  log.record({ url: '/linked', referer: `${SITE}/city` })
  for (let invented = 0; invented < 5000; invented++) {
    clock += 1
    log.record({ url: `/invented-${invented}` })
  }
  const paths = log.list().map(({ path }) => path)
  expect(paths).toHaveLength(50)
  expect(paths.slice(0, 2)).toEqual(['/linked', '/often'])
  expect(paths).toContain('/invented-4999')
})

test('saved counts are read after a restart [missed-addresses-file]', async () => {
  const before = opened()
  before.record({ url: '/a', referer: `${SITE}/city` })
  before.record({ url: '/b' })
  await before.save()
  expect(opened().list()).toEqual(before.list())
  expect(readdirSync(dataDir)).toEqual(['missed-addresses.json'])
})

test('the file is written once a minute at most, and only when something changed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const log = opened()
  log.record({ url: '/a' })
  await vi.advanceTimersByTimeAsync(59_000)
  log.record({ url: '/b' })
  expect(readdirSync(dataDir)).toEqual([])
  await vi.advanceTimersByTimeAsync(1000)
  await log.save()
  expect(JSON.parse(fileText())).toHaveLength(2)
  writeFileSync(join(dataDir, 'missed-addresses.json'), 'untouched')
  await vi.advanceTimersByTimeAsync(600_000)
  await log.save()
  expect(fileText()).toBe('untouched')
})

test('a dropped address is removed from the file too', async () => {
  const log = opened()
  log.record({ url: '/a' })
  log.record({ url: '/b' })
  await log.save()
  log.forget('/a')
  log.forget('/never-asked-for')
  await log.save()
  expect(
    opened()
      .list()
      .map(({ path }) => path),
  ).toEqual(['/b'])
})

test.each(['', '{', '{"path":"/a"}', '[{"path":"/a","count":"many"}]'])(
  'a file that holds %s counts as empty, and is logged',
  (text) => {
    writeFileSync(join(dataDir, 'missed-addresses.json'), text)
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(opened().list()).toEqual([])
    expect(logged).toHaveBeenCalledOnce()
    logged.mockRestore()
  },
)

test('a page of this site that has no such link is not believed', () => {
  const log = opened()
  log.record({ url: '/invented-address?x=1', referer: `${SITE}/city` })
  log.record({ url: '/often', referer: `${SITE}/invented` })
  expect(log.list().map(({ from }) => from)).toEqual([[], []])
})

test('of a long Referer nothing is kept but a host that can exist', async () => {
  const log = opened()
  log.record({ url: '/a', referer: `https://${'very-long.'.repeat(1400)}example/page` })
  log.record({ url: '/b', referer: `https://elsewhere.example/${'x'.repeat(14_000)}` })
  expect(log.list().map(({ path, from }) => [path, from])).toEqual([
    ['/a', []],
    ['/b', ['elsewhere.example']],
  ])
  await log.save()
  expect(fileText().length).toBeLessThan(400)
})

test('what an earlier version kept of a long Referer is dropped', () => {
  const from = ['x'.repeat(14_000), 'elsewhere.example']
  writeFileSync(
    join(dataDir, 'missed-addresses.json'),
    JSON.stringify([{ path: '/a', count: 1, firstAt: 1, lastAt: 1, from }]),
  )
  expect(opened().list()[0]?.from).toEqual(['elsewhere.example'])
})
