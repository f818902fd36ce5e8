import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'
import { DoorFolder, DoorFolderProblem, emptyPageFiles } from '@/server/front-door/door-folder'
import { LEASE_MS } from '@/server/front-door/leases'
import { fileNameOf } from '@/server/front-door/page-address'
import { PageFiles } from '@/server/front-door/page-files'
import { PageStore, storedPage } from '@/server/pages/page-store'

/** The beginning of a lease. */
const NOW = Math.ceil(Date.UTC(2026, 10, 23, 8) / LEASE_MS) * LEASE_MS
const NEVER = Number.POSITIVE_INFINITY

let root = ''
let pages = ''
let dataDir = ''
let files: PageFiles
let store: PageStore

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['Date', 'setInterval', 'clearInterval'] })
  root = mkdtempSync(join(tmpdir(), 'broadsheet-door-'))
  dataDir = mkdtempSync(join(root, 'data-'))
  pages = join(root, 'door', 'pages')
  files = new PageFiles({
    folder: new DoorFolder(join(root, 'door'), dataDir),
    now: () => new Date(),
    keyOf: (_page, { name }) => name,
    makeSmaller: (page) => store.makeSmaller(page),
    droppedOneByOne: 4,
  })
  store = new PageStore({ maxBytes: 10_000_000, copies: files })
})

afterEach(async () => {
  await files.stop()
  vi.useRealTimers()
  rmSync(root, { recursive: true, force: true })
})

function put(path: string, { tags = ['site'], freshUntil = NEVER, text = path, lastModified = NOW - 60_000 } = {}) {
  const body = Buffer.from(`<html>${text.repeat(20)}</html>`)
  const dated = new Date(lastModified)
  store.put(storedPage({ path, body, freshUntil, tags, status: 200, document: null, lastModified: dated, link: '' }))
}

/** What a proxy finds for `path` at the present instant. */
function found(path: string, ending = ''): Buffer | null {
  const name = `html${fileNameOf(path)}${ending}`
  const lease = String(Math.floor(Date.now() / LEASE_MS))
  const file = [join(pages, 'kept', name), join(pages, 'leased', lease, name)].find((one) => existsSync(one))
  return file ? readFileSync(file) : null
}

async function settled(): Promise<void> {
  await store.recompressed()
  await files.settled()
}

test('a stored page is a file in three forms, dated like the page, readable by everybody', async () => {
  put('/city/ferry-1')
  await settled()
  const text = `<html>${'/city/ferry-1'.repeat(20)}</html>`
  expect(String(found('/city/ferry-1'))).toBe(text)
  expect(String(brotliDecompressSync(found('/city/ferry-1', '.br') ?? ''))).toBe(text)
  expect(String(gunzipSync(found('/city/ferry-1', '.gz') ?? ''))).toBe(text)
  const { mtimeMs, mode } = statSync(join(pages, 'kept/html/city/ferry-1@'))
  expect([mtimeMs, mode & 0o777]).toEqual([NOW - 60_000, 0o644])
  for (const folder of ['', 'kept', 'kept/html/city', 'leased']) {
    expect(statSync(join(pages, folder)).mode & 0o777, folder).toBe(0o755)
  }
  expect(readdirSync(join(root, 'door/unfinished'))).toEqual([])
})

test('a page and the pages below it are files beside each other', async () => {
  for (const path of ['/', '/city', '/city/ferry-1', '/city/f%C3%A4hre-2']) put(path)
  await settled()
  for (const path of ['/', '/city', '/city/ferry-1', '/city/f%C3%A4hre-2']) expect(found(path)).not.toBeNull()
})

describe('a file is gone', () => {
  test('in the step that makes its page stale, in every form', async () => {
    put('/city/ferry-1', { tags: ['article:1'] })
    put('/city/tram-2', { tags: ['article:2'] })
    await settled()
    store.invalidate(['article:1'])
    for (const ending of ['', '.br', '.gz']) expect(found('/city/ferry-1', ending)).toBeNull()
    expect(found('/city/tram-2')).not.toBeNull()
  })

  test('and never comes when its page becomes stale while it is written', async () => {
    put('/city/ferry-1')
    await new Promise((resolve) => setImmediate(resolve))
    store.invalidate(['site'])
    await settled()
    expect(found('/city/ferry-1')).toBeNull()
  })

  test('with all others in one step when a change drops very many', async () => {
    for (let number = 0; number < 5; number++) put(`/city/ferry-${number}`)
    put('/about', { tags: ['page:about'] })
    await files.settled()
    expect(found('/city/ferry-4')).not.toBeNull()
    store.invalidate(['site'])
    expect(found('/city/ferry-4')).toBeNull()
    await files.settled()
    expect(found('/about')).not.toBeNull()
  })

  test('when the site starts, and when a command has changed the store of a stopped one', async () => {
    put('/')
    await settled()
    emptyPageFiles(dataDir)
    expect(found('/')).toBeNull()
  })

  test('while caches in front are purged', async () => {
    put('/')
    await settled()
    files.setPurging(true)
    expect(found('/')).toBeNull()
    files.setPurging(false)
    await settled()
    expect(found('/')).not.toBeNull()
  })

  test('until the next start when the folder could not be emptied, also once caches are no longer purged', async () => {
    put('/')
    await settled()
    const failing = vi.spyOn(DoorFolder.prototype, 'empty').mockImplementation(() => {
      throw new Error('EACCES')
    })
    const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
    files.setPurging(true)
    failing.mockRestore()
    rmSync(pages, { recursive: true })
    files.setPurging(false)
    await settled()
    expect(found('/')).toBeNull()
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('until the next start'), expect.any(Error))
  })
})

describe('a page that time makes wrong', () => {
  test('is found until the lease in which it changes, and not from then on, whether or not the site still runs', async () => {
    put('/', { freshUntil: NOW + 3.5 * LEASE_MS })
    put('/city', { freshUntil: NOW + 5 * LEASE_MS })
    await settled()
    vi.setSystemTime(NOW + 3 * LEASE_MS - 1)
    expect([found('/'), found('/city')]).not.toContain(null)
    vi.setSystemTime(NOW + 3 * LEASE_MS)
    expect([found('/'), found('/city')]).toEqual([null, null])
    files.lookAtTime()
    expect(found('/')).toBeNull()
    expect(found('/city')).not.toBeNull()
    vi.setSystemTime(NOW + 5 * LEASE_MS)
    expect(found('/city')).toBeNull()
  })

  test('is no file when that is soon', async () => {
    put('/', { freshUntil: NOW + LEASE_MS - 1 })
    await settled()
    expect(found('/')).toBeNull()
  })

  test('does not outlive a lease that was made before it came', async () => {
    put('/city', { freshUntil: NOW + 50 * LEASE_MS })
    await settled()
    put('/', { freshUntil: NOW + 2 * LEASE_MS })
    await settled()
    vi.setSystemTime(NOW + 2 * LEASE_MS)
    expect(found('/')).toBeNull()
  })
})

test('two versions of one second are never both files: a proxy could not tell them apart', async () => {
  put('/', { lastModified: NOW })
  await settled()
  expect(found('/')).toBeNull()
  vi.setSystemTime(NOW + 1000)
  files.lookAtTime()
  await settled()
  expect(found('/')).not.toBeNull()
})

test('a page that cannot be written is no file, and the others are', async () => {
  put(`/city/${'%D1%84'.repeat(140)}-1`)
  put('/City')
  put('/.hidden')
  put('/city/tram-2')
  await settled()
  expect(found('/city/tram-2')).not.toBeNull()
  expect(readdirSync(join(pages, 'kept/html'), { recursive: true }).map(String).sort()).toEqual([
    'city',
    'city/tram-2@',
    'city/tram-2@.br',
    'city/tram-2@.gz',
  ])
})

test('a page for which the disk has no room is no file, and no attempt follows another', async () => {
  rmSync(join(root, 'door/unfinished'), { recursive: true })
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  put('/city/tram-2')
  await settled()
  expect(found('/city/tram-2')).toBeNull()
  expect(logged).toHaveBeenCalledTimes(1)
  logged.mockRestore()
})

test('a folder that holds something else, or the pages of another store, is refused', () => {
  const other = mkdtempSync(join(root, 'other-'))
  writeFileSync(join(other, 'holiday.jpg'), '')
  expect(() => new DoorFolder(other, dataDir)).toThrow(DoorFolderProblem)
  expect(() => new DoorFolder(join(root, 'door'), other)).toThrow(DoorFolderProblem)
})

test(
  'whatever an address says, its file stays in the folder, and no two addresses share one',
  () => {
    const part = fc.oneof(
      fc.constantFrom('.', '..', '%2E%2E', '%2F', '%C3%A4', '%c3%a4', 'ferry-1', 'A', '@', '', '\\', '%00'),
      fc.string(),
    )
    const address = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
    const base = join(realpathSync(root), 'html')
    fc.assert(
      fc.property(address, address, (one, other) => {
        const [name, otherName] = [fileNameOf(one), fileNameOf(other)]
        if (name === null) return
        expect(join(base, name)).toBe(base + name)
        expect(name).toMatch(/^\/.*@$/)
        if (one !== other) expect(otherName).not.toBe(name)
      }),
      { numRuns: propertyRuns() },
    )
  },
  PROPERTY_TIMEOUT_MS,
)
