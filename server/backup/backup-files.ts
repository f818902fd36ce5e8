import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream, type Stats } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UNFINISHED_PICTURE } from '@/db/pictures/incoming-files'

/** How the name of a file ends that is still being written. */
export const UNFINISHED = '.unfinished'

/** A file of a backup, by its path below the folder, with `/` between the parts. */
export interface BackupFile {
  path: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
}

/**
 * Copies a file so that it is complete, on the disk and readable by its owner alone before it has its name, and keeps the
 * instant of its last change. Returns its length and checksum, of the bytes that were written.
 */
export async function copyFile(source: string, target: string): Promise<Omit<BackupFile, 'path'>> {
  const { atime, mtime } = await stat(source)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const unfinished = target + UNFINISHED
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(source), hashing(hash), createWriteStream(unfinished, { mode: 0o600 }))
    await utimes(unfinished, atime, mtime)
    await syncToDisk(unfinished)
    const { size } = await stat(unfinished)
    await rename(unfinished, target)
    return { bytes: size, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
}

/** The length and the checksum of a file. */
export async function fileFacts(file: string): Promise<Omit<BackupFile, 'path'>> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    bytes += chunk.length
    hash.update(chunk)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** The finished files in the media folder below `dataDir`, by their path below `dataDir`, sorted. */
export async function mediaFiles(dataDir: string): Promise<string[]> {
  const found: string[] = []
  for (const folder of ['media', 'media/originals']) {
    const entries = await readdir(join(dataDir, folder), { withFileTypes: true }).catch((error) => {
      if (isMissing(error)) return []
      throw error
    })
    for (const entry of entries) {
      const isFinished = !entry.name.endsWith(UNFINISHED_PICTURE) && !entry.name.endsWith(UNFINISHED)
      if (entry.isFile() && isFinished) found.push(`${folder}/${entry.name}`)
    }
  }
  return found.sort()
}

/** Whether a file was not there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/** Whether the two are the same content, by length and last change, as a copy keeps both. */
export function isUnchanged(one: Stats, other: Stats): boolean {
  // A date is copied in whole milliseconds.
  return one.size === other.size && Math.abs(one.mtimeMs - other.mtimeMs) < 2
}

/** Resolves when what was written to the file, or to the list of a folder, is on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function hashing(hash: Hash): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
}
