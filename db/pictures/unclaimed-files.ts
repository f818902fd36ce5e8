import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { asc, eq, like, lte } from 'drizzle-orm'
import { leaveUnlogged } from '@/db/audit/log'
import { inTurn } from '@/db/pictures/picture-turns'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { unclaimedFiles } from '@/db/store/picture-schema'
import { media } from '@/db/store/schema'
import { HOUR_MS } from '@/lib/time/durations'

/** Longer than an upload takes: a note of another process is not acted upon before. */
const LEFT_AFTER_MS = HOUR_MS
const MAX_AT_ONCE = 100

/** With what the names of all files of a picture begin, its crops among them; of the name of its original. */
export function stemOf(original: string): string {
  return basename(original).replace(/\..*$/, '')
}

/**
 * Notes, in the open transaction, that files whose names begin with `stems` may be there without a picture: before they
 * are written, and when their picture is deleted. What stops before they are claimed or deleted is made good later
 * (deleteLeftFiles).
 */
export async function noteUnclaimed(
  tx: Transaction,
  { stems, now }: { stems: readonly string[]; now: Date },
): Promise<void> {
  for (const stem of new Set(stems)) {
    await tx
      .insert(unclaimedFiles)
      .values({ stem, notedAt: now })
      .onConflictDoUpdate({ target: unclaimedFiles.stem, set: { notedAt: now } })
  }
}

/** Takes the note back, in the open transaction: a picture has the files that begin with `stem`, or there are none. */
export async function claimFiles(tx: Transaction, stem: string): Promise<void> {
  await tx.delete(unclaimedFiles).where(eq(unclaimedFiles.stem, stem))
}

interface Files {
  dataDir: string
  stem: string
}

/** Deletes the files and crops that begin with `stem`, unless a picture has them, after whatever is done with them now. */
export async function deleteUnusedFiles(db: Writer, files: Files): Promise<void> {
  await inTurn(files, () => deleteUnusedFilesNow(db, files))
}

/** As deleteUnusedFiles, for whoever has the turn of these files. */
export async function deleteUnusedFilesNow(db: Writer, { dataDir, stem }: Files): Promise<void> {
  // All files of one original belong to each picture that was made of it.
  if (!(await isClaimed(db, stem))) {
    for (const name of await filesOnDisk(dataDir, stem)) await rm(join(dataDir, 'media', name), { force: true })
  }
  await inTransaction(db, async (tx) => {
    leaveUnlogged(tx)
    await claimFiles(tx, stem)
  })
}

/**
 * Deletes the files of pictures that were deleted, or never added, when that was stopped before an hour or more; returns
 * of how many. Files that a picture has stay.
 */
export async function deleteLeftFiles(db: Writer, { dataDir, now }: { dataDir: string; now: Date }): Promise<number> {
  const left = await db
    .select({ stem: unclaimedFiles.stem })
    .from(unclaimedFiles)
    .where(lte(unclaimedFiles.notedAt, new Date(now.getTime() - LEFT_AFTER_MS)))
    .orderBy(asc(unclaimedFiles.notedAt), asc(unclaimedFiles.stem))
    .limit(MAX_AT_ONCE)
  for (const { stem } of left) await deleteUnusedFiles(db, { dataDir, stem })
  return left.length
}

/** Whether a picture, in the bin or not, has the files that begin with `stem`. */
async function isClaimed(db: Reader, stem: string): Promise<boolean> {
  const [one] = await db
    .select({ id: media.id })
    .from(media)
    .where(like(media.original, `originals/${stem}.%`))
    .limit(1)
  return one !== undefined
}

async function filesOnDisk(dataDir: string, stem: string): Promise<string[]> {
  const names = async (folder: string) => readdir(join(dataDir, 'media', folder)).catch(() => [])
  const sizes = (await names('.')).filter((name) => name.startsWith(`${stem}-`))
  const originals = (await names('originals')).filter((name) => name.startsWith(`${stem}.`))
  return [...sizes, ...originals.map((name) => `originals/${name}`)]
}
