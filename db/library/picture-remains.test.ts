import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { purgeThrownAwayPictures, recoverPicture, throwAwayPicture } from '@/db/library/bin'
import { addCopy, uploadPicture } from '@/db/library/upload'
import { inProcess } from '@/db/pictures/in-process'
import { pictureStems } from '@/db/pictures/picture-files'
import { inTurn } from '@/db/pictures/picture-turns'
import { deleteLeftFiles } from '@/db/pictures/unclaimed-files'
import { closeStore, type MemoryStore, openMemoryStore, writingAs } from '@/db/store/open'
import { unclaimedFiles } from '@/db/store/picture-schema'
import { media } from '@/db/store/schema'
import { hoursAhead, NOW } from '@/db/testing/fixtures'
import { PROPERTY_TIMEOUT_MS, propertyRuns } from '@/lib/testing/property-runs'

const photograph = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer()
const PHOTOGRAPHS = { quay: await photograph('#8a4b2d'), crane: await photograph('#2d4b8a') }
type Name = keyof typeof PHOTOGRAPHS
const NAMES: Name[] = ['quay', 'crane']

const EDITOR = { id: 'mara', role: 'editor' as const }
const A_MONTH_LATER = hoursAhead(24 * 31)
const LATER = hoursAhead(24 * 32)

type Act = { does: 'upload' | 'upload killed' | 'copy' | 'throw away' | 'recover'; name: Name } | Purge
interface Purge {
  does: 'purge' | 'purge killed'
}

class Paper {
  readonly db: MemoryStore = openMemoryStore()
  readonly dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-remains-'))
  #files = 0

  async does(act: Act): Promise<unknown> {
    switch (act.does) {
      case 'upload':
        return this.#send(uploadPicture, act.name)
      case 'copy':
        return this.#send(addCopy, act.name)
      case 'upload killed': {
        const maker = inProcess(this.dataDir)
        const picture = async (file: string) => {
          await maker.picture(file)
          throw new Error('killed')
        }
        return this.#send(uploadPicture, act.name, { picture }).catch(() => {})
      }
      case 'throw away':
        for (const id of await this.#ids()) await throwAwayPicture(this.db, { id, editor: EDITOR, now: NOW })
        return
      case 'recover':
        for (const id of await this.#ids()) await recoverPicture(this.db, { id, now: NOW })
        return
      case 'purge':
        return purgeThrownAwayPictures(this.db, { dataDir: this.dataDir, now: A_MONTH_LATER })
      case 'purge killed': {
        let transactions = 0
        const killed = writingAs(this.db, { kind: 'site' }, async () => {
          transactions += 1
          if (transactions > 1) throw new Error('killed')
        })
        // It finds no file to delete, and does not get as far as saying so.
        const nowhere = join(this.dataDir, 'nowhere')
        return purgeThrownAwayPictures(killed, { dataDir: nowhere, now: A_MONTH_LATER }).catch(() => {})
      }
    }
  }

  async #send(upload: typeof uploadPicture, name: Name, maker = inProcess(this.dataDir) as { picture: Maker }) {
    this.#files += 1
    const folder = join(this.dataDir, `media/incoming/file-${this.#files}`)
    mkdirSync(folder, { recursive: true })
    const file = join(folder, 'file')
    writeFileSync(file, PHOTOGRAPHS[name])
    const sent = { file, hash: createHash('sha256').update(PHOTOGRAPHS[name]), fileName: `${name}.jpg` }
    const by = { id: null, name: 'Mara Quill' }
    const { dataDir } = this
    try {
      const answer = await upload(this.db, { ...sent, by, mayRecover: true, maker, dataDir, now: A_MONTH_LATER })
      if ('problems' in answer) throw new Error(answer.problems[0]?.message)
    } finally {
      rmSync(folder, { recursive: true })
    }
  }

  async #ids(): Promise<number[]> {
    return (await this.db.select({ id: media.id }).from(media)).map(({ id }) => id)
  }

  /** The files that the pictures say they have. */
  async claimed(): Promise<string[]> {
    const rows = await this.db.select().from(media)
    return [...new Set(rows.flatMap(({ original, files }) => [original, ...files.map(({ name }) => name)]))].sort()
  }

  onDisk(): string[] {
    const names = (folder: string) =>
      existsSync(join(this.dataDir, folder))
        ? readdirSync(join(this.dataDir, folder), { withFileTypes: true }).filter((entry) => entry.isFile())
        : []
    const sizes = names('media').map(({ name }) => name)
    return [...sizes, ...names('media/originals').map(({ name }) => `originals/${name}`)].sort()
  }

  async close(): Promise<void> {
    await closeStore(this.db)
    rmSync(this.dataDir, { recursive: true })
  }
}

type Maker = ReturnType<typeof inProcess>['picture']

const aPictureAct = fc.record({
  does: fc.constantFrom('upload' as const, 'upload' as const, 'upload killed' as const, 'copy' as const),
  name: fc.constantFrom(...NAMES),
})
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: aPictureAct },
  { weight: 2, arbitrary: fc.constant({ does: 'throw away' as const, name: 'quay' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'recover' as const, name: 'quay' as const }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('purge' as const, 'purge killed' as const) }) },
)

test(
  'whatever is uploaded, thrown away and deleted, at once and with stops, each picture has its files, and no file lacks a picture',
  async () => {
    // What stands in one list happens at once.
    const days = fc.array(fc.array(anAct, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(days, async (acts) => {
        const paper = new Paper()
        try {
          for (const atOnce of acts) {
            await Promise.all(atOnce.map((act) => paper.does(act)))
            const onDisk = new Set(paper.onDisk())
            expect((await paper.claimed()).filter((name) => !onDisk.has(name))).toEqual([])
          }
          await deleteLeftFiles(paper.db, { dataDir: paper.dataDir, now: LATER })
          expect(paper.onDisk()).toEqual(await paper.claimed())
          expect(await paper.db.select().from(unclaimedFiles)).toEqual([])
        } finally {
          await paper.close()
        }
      }),
      { numRuns: propertyRuns(60) },
    )
  },
  PROPERTY_TIMEOUT_MS,
)

test('the same bytes sent twice at once are one picture', async () => {
  const paper = new Paper()
  try {
    await Promise.all([paper.does({ does: 'upload', name: 'quay' }), paper.does({ does: 'upload', name: 'quay' })])
    expect(await paper.db.select().from(media)).toHaveLength(1)
  } finally {
    await paper.close()
  }
})

test('what was deleted less than an hour ago may still be in the works, and is left', async () => {
  const paper = new Paper()
  try {
    await paper.does({ does: 'upload killed', name: 'quay' })
    const soon = new Date(A_MONTH_LATER.getTime() + 3_599_999)
    expect(await deleteLeftFiles(paper.db, { dataDir: paper.dataDir, now: soon })).toBe(0)
    expect(paper.onDisk()).not.toEqual([])
  } finally {
    await paper.close()
  }
})

test('an upload waits while files of the same bytes are deleted, and other bytes do not', async () => {
  const paper = new Paper()
  const { dataDir } = paper
  try {
    const stem = pictureStems(createHash('sha256').update(PHOTOGRAPHS.quay)).at(-1) ?? ''
    const deleted: { end?: () => void } = {}
    const deleting = inTurn(
      { dataDir, stem },
      () => new Promise<void>((resolve) => Object.assign(deleted, { end: resolve })),
    )
    const upload = paper.does({ does: 'upload', name: 'quay' })
    await paper.does({ does: 'upload', name: 'crane' })
    expect(paper.onDisk().filter((name) => name.includes(stem))).toEqual([])
    deleted.end?.()
    await Promise.all([deleting, upload])
    expect(await paper.db.select().from(media)).toHaveLength(2)
  } finally {
    await paper.close()
  }
})
