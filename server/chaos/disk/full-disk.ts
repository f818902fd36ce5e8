import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { closeStore, openStore, storeFile } from '@/db/store/open'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'
import type { Tally } from '@/server/chaos/disk/tally'

const MIB = 1024 ** 2
const ROOM_BYTES = 48 * MIB
const MENDED_WITHIN_MS = 5000

interface Report {
  status: string
  checks: Record<string, { isOk: boolean; message?: string }>
}

/** A disk of its own for the site, of the bytes in `dataDir` and some room. Throws where this process may not mount one. */
function smallDisk(dataDir: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(scratchFolder(), 'disk-'))
  const size = bytesBelow(dataDir) + ROOM_BYTES
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', folder])
  if (status !== 0) throw new Error(`a small disk needs the right to mount one (root on Linux): ${stderr}`)
  cpSync(dataDir, folder, { recursive: true, dereference: true })
  return { folder, remove: () => void spawnSync('umount', ['-l', folder]) }
}

/** Fills the disk under a running site, and makes room again; then remounts it read-only for a start. */
export async function fullDisk(dataDir: string, tally: Tally): Promise<void> {
  const disk = smallDisk(dataDir)
  try {
    const site = await RunningSite.start(disk.folder)
    try {
      await whileFull(site, disk.folder, tally)
    } finally {
      await site.stop()
    }
    tally.begin('a disk that can only be read, at the start')
    spawnSync('mount', ['-o', 'remount,ro', disk.folder])
    const started = await RunningSite.start(disk.folder).then(
      async (running) => running.stop().then(() => 'it started'),
      (error: Error) => error.message,
    )
    tally.expect('the start ends with status 1', /ended with 1/.test(started), started)
    spawnSync('mount', ['-o', 'remount,rw', disk.folder])
    const mended = await RunningSite.start(disk.folder)
    tally.say(`mended, ready after ${Math.round(mended.readyAfterMs)} ms`)
    await mended.stop()
  } finally {
    disk.remove()
  }
}

async function whileFull(site: RunningSite, folder: string, tally: Tally): Promise<void> {
  tally.begin('a disk that is full')
  const db = openStore(storeFile(folder))
  const editor = await DeskEditor.signIn(db, site.url)
  await closeStore(db)
  const picture = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: 'navy' } })
    .composite([
      { input: Buffer.from('<svg width="1600" height="1200"><circle r="400" cx="800" cy="600" fill="teal"/></svg>') },
    ])
    .jpeg()
    .toBuffer()
  await expectSaved(editor, tally, 'before')
  const media = mediaNames(folder)
  const filler = join(folder, 'filler')
  fill(filler)

  const words = /because the disk of the site is full\. Tell whoever runs the site/
  const saved = await send(() => editor.send('POST', '/articles', { body: {} }))
  tally.expect('a new story answers 507 in words', saved.status === 507 && words.test(saved.text), saved)
  const sent = await send(() => upload(editor, picture))
  tally.expect('an upload answers 507 in words', sent.status === 507 && words.test(sent.text), sent)
  const signedIn = await send(() => signIn(editor))
  tally.expect('a sign-in answers 507 in words', signedIn.status === 507 && words.test(signedIn.text), signedIn)
  tally.expect('nothing half-written stays', mediaNames(folder).join() === media.join(), mediaNames(folder))
  const page = await site.client.get('/')
  tally.expect('readers get the front page', page.status === 200, page.status)
  const full = await health(site)
  tally.expect(
    '/healthz is limited and names the disk',
    full.http === 200 && full.status === 'limited' && !full.checks.disk?.isOk,
    full,
  )
  const backup = spawnSync(
    process.execPath,
    ['.build/server/broadsheet.mjs', 'backup', join(folder, '..', `backup-${Date.now()}`)],
    {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder },
    },
  )
  tally.expect('a backup to another disk can be made', backup.status === 0, String(backup.stderr))

  rmSync(filler)
  const mendedMs = await untilOk(site)
  tally.expect('/healthz is ok by itself once there is room', mendedMs !== null, await health(site))
  await expectSaved(editor, tally, 'after')
  const again = await send(() => upload(editor, picture))
  tally.expect('the same upload is taken', again.status === 200, again)
  tally.say(`ok ${Math.round(mendedMs ?? -1)} ms after there was room, without a restart`)
}

/** Removes, replaces, empties and cuts the file of the store under a running site. */
export async function changedFiles(dataDir: string, tally: Tally): Promise<void> {
  const harms: [name: string, harm: (file: string) => void, mend: ((file: string) => void) | null][] = [
    ['moved away', (file) => renameSync(file, `${file}.away`), (file) => renameSync(`${file}.away`, file)],
    ['replaced by a copy', (file) => replaceByCopy(file), (file) => renameSync(`${file}.away`, file)],
    ['emptied', (file) => truncateSync(file, 0), null],
    ['cut short', (file) => truncateSync(file, Math.floor(statSync(file).size / 2)), null],
  ]
  for (const [name, harm, mend] of harms) {
    tally.begin(`a store that is ${name} while the site runs`)
    const folder = mkdtempSync(join(scratchFolder(), 'fault-'))
    cpSync(dataDir, folder, { recursive: true, dereference: true })
    await (await RunningSite.start(folder)).stop()
    const site = await RunningSite.start(folder)
    const db = openStore(storeFile(folder))
    const editor = await DeskEditor.signIn(db, site.url)
    await closeStore(db)
    await health(site)
    harm(storeFile(folder))
    const told = await health(site)
    tally.expect('/healthz names the store', told.checks.store?.isOk === false, told)
    const saved = await send(() => editor.send('POST', '/articles', { body: {} }))
    if (name !== 'cut short')
      tally.expect('nothing is saved into it, in words', saved.status === 503 && /because/.test(saved.text), saved)
    tally.expect('the site still runs', site.child.exitCode === null && site.child.signalCode === null)
    if (mend) {
      mend(storeFile(folder))
      const mendedMs = await untilOk(site)
      tally.expect('with the file back, it is ok by itself', mendedMs !== null, await health(site))
      await expectSaved(editor, tally, 'after')
    }
    tally.say(`told as ${told.status} (${told.http})`)
    await site.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

function replaceByCopy(file: string): void {
  renameSync(file, `${file}.away`)
  copyFileSync(`${file}.away`, file)
}

async function expectSaved(editor: DeskEditor, tally: Tally, when: string): Promise<void> {
  const saved = await send(() => editor.send('POST', '/articles', { body: {} }))
  tally.expect(`a new story is saved ${when}`, saved.status === 200, saved)
}

async function send(request: () => Promise<Response>): Promise<{ status: number; text: string }> {
  const response = await request()
  return { status: response.status, text: await response.text() }
}

function upload(editor: DeskEditor, bytes: Buffer): Promise<Response> {
  const headers = { cookie: editor.cookie, origin: editor.url, 'content-type': 'image/jpeg' }
  return fetch(`${editor.url}/api/desk/pictures`, { method: 'POST', headers, body: new Uint8Array(bytes) })
}

function signIn(editor: DeskEditor): Promise<Response> {
  return fetch(`${editor.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: editor.url },
    body: JSON.stringify({ email: editor.email, password: 'a password for one run only' }),
  })
}

async function health(site: RunningSite): Promise<Report & { http: number }> {
  const { status, body } = await site.client.get('/healthz')
  return { http: status, ...(JSON.parse(body.toString()) as Report) }
}

async function untilOk(site: RunningSite): Promise<number | null> {
  const begun = performance.now()
  while (performance.now() - begun < MENDED_WITHIN_MS) {
    if ((await health(site)).status === 'ok') return performance.now() - begun
    await pause(20)
  }
  return null
}

/** Writes until nothing more can be written, to the last byte. */
function fill(file: string): void {
  const handle = openSync(file, 'w')
  for (let bytes = MIB; bytes >= 1; ) {
    try {
      writeSync(handle, Buffer.alloc(bytes))
    } catch {
      bytes = Math.floor(bytes / 2)
    }
  }
  closeSync(handle)
}

function mediaNames(folder: string): string[] {
  return readdirSync(join(folder, 'media'), { recursive: true, encoding: 'utf8' }).sort()
}

function bytesBelow(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + Math.ceil(statSync(join(folder, name)).size / 4096) * 4096 + 4096, 0)
}
