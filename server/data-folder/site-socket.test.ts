import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addTopic } from '@/db/paper/topics'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { NOW } from '@/db/testing/fixtures'
import { tags } from '@/lib/pages/tags'
import { listenForCommands, siteSocketPath, wakeSite } from '@/server/data-folder/site-socket'
import { Invalidation } from '@/server/pages/invalidation'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-socket-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

test('a command returns once the running site has dropped the pages that it changed [commands-at-once]', async () => {
  const site = openStore(storeFile(dataDir))
  const dropped: string[] = []
  const invalidation = new Invalidation(site, (stale) => dropped.push(...stale))
  await invalidation.start()
  // The poll of the log is off, so that only the command can have told the site.
  invalidation.stop()
  const server = await listenForCommands(dataDir, () => invalidation.poll())
  const { add, close } = await commandProcess()
  const { id } = await add()
  expect(dropped).toContain(tags.topic(id))
  server?.close()
  await close()
  await closeStore(site)
})

/** Another opening of the store, whose hook wakes the site as a command does. */
async function commandProcess() {
  vi.resetModules()
  // A copy of the module, which shares no queue with the site's.
  const queues = Symbol.for('broadsheet.writers')
  const shared = globalThis as { [queues]?: unknown }
  const before = shared[queues]
  delete shared[queues]
  const other = await import('@/db/store/open')
  shared[queues] = before
  const topics = await import('@/db/paper/topics')
  const db = other.openStore(storeFile(dataDir), async () => void (await wakeSite(dataDir)))
  return {
    add: () => topics.addTopic(db, { slug: 'ferries', name: 'Ferries', description: '', now: NOW }),
    close: () => other.closeStore(db),
  }
}

test('without a site, a command is done at once', async () => {
  expect(await wakeSite(dataDir)).toBe(false)
  const db = openStore(storeFile(dataDir), async () => void (await wakeSite(dataDir)))
  await addTopic(db, { slug: 'ferries', name: 'Ferries', description: '', now: NOW })
  await closeStore(db)
})

test('the socket is for its owner alone, is gone after a stop, and one that was left behind is replaced', async () => {
  writeFileSync(siteSocketPath(dataDir), '')
  const server = await listenForCommands(dataDir, async () => {})
  expect(statSync(siteSocketPath(dataDir)).mode & 0o777).toBe(0o600)
  expect(await wakeSite(dataDir)).toBe(true)
  await new Promise((closed) => server?.close(closed))
  expect(existsSync(siteSocketPath(dataDir))).toBe(false)
})

test('a second site on the folder leaves the socket to the first', async () => {
  const first = vi.fn(async () => {})
  const server = await listenForCommands(dataDir, first)
  expect(await listenForCommands(dataDir, async () => {})).toBeNull()
  first.mockClear()
  expect(await wakeSite(dataDir)).toBe(true)
  expect(first).toHaveBeenCalledOnce()
  server?.close()
})

test('a folder whose path is too long for a socket has one elsewhere', async () => {
  const deep = join(dataDir, 'an-archive-of-the-harbour-board'.repeat(4))
  mkdirSync(deep)
  const server = await listenForCommands(deep, async () => {})
  expect(siteSocketPath(deep).length).toBeLessThan(104)
  expect(await wakeSite(deep)).toBe(true)
  server?.close()
})

test('a site that fails to follow still answers the command', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  const server = await listenForCommands(dataDir, () => Promise.reject(new Error('the log cannot be read')))
  expect(await wakeSite(dataDir)).toBe(true)
  expect(logged).toHaveBeenCalledOnce()
  logged.mockRestore()
  server?.close()
})
