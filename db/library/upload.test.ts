import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { purgeThrownAwayPictures, throwAwayPicture } from '@/db/library/bin'
import {
  emptiedPictureBins,
  emptyPictureBin,
  isInPictureBin,
  picturesInBin,
  undoPictureEmptying,
} from '@/db/library/emptied-bins'
import { addCopy, uploadPicture } from '@/db/library/upload'
import { inProcess } from '@/db/pictures/in-process'
import { metadataXmp } from '@/db/pictures/picture-metadata'
import { addLease, rightsToUse } from '@/db/pictures/use-rights'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { hoursAgo, hoursAhead, NOW } from '@/db/testing/fixtures'

const QUAY = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#8a4b2d' } })
  .withXmp(
    metadataXmp({
      creator: 'Noor Amari',
      credit: '',
      copyright: '',
      licenceUrl: '',
      acquireUrl: '',
      caption: 'The quay at dusk',
      keywords: ['quay'],
      takenOn: '2026-11-20',
    }),
  )
  .jpeg()
  .toBuffer()

const EDITOR = { id: 'mara', role: 'editor' as const }
const MARA = { name: 'Mara Quill' }

let db: MemoryStore
let dataDir: string

beforeEach(() => {
  db = openMemoryStore()
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-upload-'))
})

afterEach(() => rmSync(dataDir, { recursive: true }))

async function sent(upload: typeof uploadPicture, bytes = QUAY, mayRecover = true) {
  const folder = join(dataDir, 'media/incoming/file-1')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'file'), bytes)
  const file = { file: join(folder, 'file'), hash: createHash('sha256').update(bytes), fileName: 'DSC_0042.JPG' }
  const by = { id: null, name: 'Mara Quill' }
  try {
    const answer = await upload(db, { ...file, by, mayRecover, maker: inProcess(dataDir), dataDir, now: NOW })
    if ('problems' in answer) throw new Error(answer.problems[0]?.message)
    return answer
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('a picture comes with the words of its file, its name and who sent it', async () => {
  const { picture, isDuplicate, notices } = await sent(uploadPicture)
  expect([isDuplicate, notices]).toEqual([false, []])
  expect(picture).toMatchObject({ caption: 'The quay at dusk', rights: { creator: 'Noor Amari' } })
  const [row] = await db.select().from(media)
  expect(row).toMatchObject({
    fileName: 'DSC_0042.JPG',
    addedBy: 'Mara Quill',
    keywords: ['quay'],
    takenOn: '2026-11-20',
    isAvifAhead: true,
  })
})

it('a file that the library has is offered with its words; a copy has to be asked for', async () => {
  const first = await sent(uploadPicture)
  await db.update(media).set({ alt: 'Cranes' }).where(eq(media.id, first.picture.id))
  const second = await sent(uploadPicture)
  expect(second).toMatchObject({ isDuplicate: true, picture: { id: first.picture.id, alt: 'Cranes' } })
  expect(second.notices).toEqual([
    'The library has this picture already, added by Mara Quill on 23 November 2026. That one is used, with its words and rights.',
  ])
  const copy = await sent(addCopy)
  expect([copy.isDuplicate, copy.picture.id === first.picture.id]).toEqual([false, false])
})

it('a copy has the rights of the picture that the library has, and none is made of one in the bin', async () => {
  const { picture } = await sent(uploadPicture)
  const rights = { rightsCategory: 'forbidden' as const, restrictions: 'Not before the trial' }
  await db.update(media).set(rights).where(eq(media.id, picture.id))
  const lease = { kind: 'deny' as const, fromDay: '2026-12-01', untilDay: null, note: 'Sold' }
  await addLease(db, { id: picture.id, lease, by: { id: null, name: 'Mara Quill' }, now: NOW })
  const copy = await sent(addCopy, QUAY, false)
  expect((await rightsToUse(db, [copy.picture.id])).get(copy.picture.id)).toMatchObject({
    category: 'forbidden',
    restrictions: 'Not before the trial',
    leases: [lease],
  })
  for (const { id } of [picture, copy.picture]) await throwAwayPicture(db, { id, editor: EDITOR, now: NOW })
  await expect(sent(addCopy, QUAY, false)).rejects.toThrow(/Ask an editor to recover it/)
})

it('a picture in the bin comes back when it is sent again', async () => {
  const { picture } = await sent(uploadPicture)
  await throwAwayPicture(db, { id: picture.id, editor: EDITOR, now: NOW })
  const { picture: back, notices } = await sent(uploadPicture)
  expect([back.id, notices.join()]).toEqual([picture.id, expect.stringMatching(/was in the bin and is back/)])
  const [row] = await db.select().from(media)
  expect(row?.deletedAt).toBeNull()
})

it('a picture in the bin stays there when it is sent by somebody who may not recover it', async () => {
  const { picture } = await sent(uploadPicture)
  await throwAwayPicture(db, { id: picture.id, editor: EDITOR, now: NOW })
  await expect(sent(uploadPicture, QUAY, false)).rejects.toThrow(/Ask an editor to recover it/)
  const rows = await db.select({ deletedAt: media.deletedAt }).from(media)
  expect(rows).toEqual([{ deletedAt: NOW }])
})

it('after thirty days in the bin a picture is gone with its files, unless it stands somewhere again', async () => {
  const { picture } = await sent(uploadPicture)
  const other = await sent(uploadPicture, await sharp(QUAY).negate().jpeg().toBuffer())
  for (const { picture: one } of [{ picture }, other])
    await throwAwayPicture(db, { id: one.id, editor: EDITOR, now: NOW })
  expect(await purgeThrownAwayPictures(db, { dataDir, now: hoursAhead(24 * 29) })).toBe(0)
  expect(existsSync(join(dataDir, 'media', picture.original))).toBe(true)
  expect(await purgeThrownAwayPictures(db, { dataDir, now: hoursAhead(24 * 30) })).toBe(2)
  expect(readdirSync(join(dataDir, 'media/originals'))).toEqual([])
  expect(await db.select().from(media)).toEqual([])
})

it('an emptied bin of pictures can be had back for a day, and is gone with its files afterwards', async () => {
  const { picture } = await sent(uploadPicture)
  const later = await sent(uploadPicture, await sharp(QUAY).negate().jpeg().toBuffer())
  await throwAwayPicture(db, { id: picture.id, editor: EDITOR, now: hoursAgo(2) })
  await throwAwayPicture(db, { id: later.picture.id, editor: EDITOR, now: NOW })
  expect(await emptyPictureBin(db, { until: hoursAgo(1), by: MARA, now: NOW })).toBe(1)
  expect(await db.select({ id: media.id }).from(media).where(isInPictureBin())).toEqual([{ id: later.picture.id }])
  const [emptied] = await emptiedPictureBins(db, { now: NOW })
  expect(emptied).toMatchObject({ emptiedAt: NOW.getTime(), emptiedBy: MARA.name, count: 1 })
  expect(await undoPictureEmptying(db, { emptiedAt: NOW, now: hoursAhead(24) })).toBe(0)
  expect(await undoPictureEmptying(db, { emptiedAt: NOW, now: hoursAhead(23) })).toBe(1)
  expect(await picturesInBin(db)).toBe(2)
  expect(await emptyPictureBin(db, { until: hoursAhead(23), by: MARA, now: hoursAhead(23) })).toBe(2)
  expect(await purgeThrownAwayPictures(db, { dataDir, now: hoursAhead(46) })).toBe(0)
  expect(await purgeThrownAwayPictures(db, { dataDir, now: hoursAhead(47) })).toBe(2)
  expect(readdirSync(join(dataDir, 'media/originals'))).toEqual([])
})

it('a picture of an emptied bin that is sent again is out of it', async () => {
  const { picture } = await sent(uploadPicture)
  await throwAwayPicture(db, { id: picture.id, editor: EDITOR, now: NOW })
  await emptyPictureBin(db, { until: NOW, by: MARA, now: NOW })
  await sent(uploadPicture)
  expect(await purgeThrownAwayPictures(db, { dataDir, now: hoursAhead(24 * 31) })).toBe(0)
  expect(await emptiedPictureBins(db, { now: NOW })).toEqual([])
})
