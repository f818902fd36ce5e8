import { createHash, type Hash } from 'node:crypto'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where files come in, one folder for each, before they get their place. The name of a folder holds the number of its process. */
export function incomingFolder(dataDir: string): string {
  return join(dataDir, 'media/incoming')
}

/** How the name of a picture’s file ends that is still being written. */
export const UNFINISHED_PICTURE = '.part'

/** A file that is coming in, in a folder of its own. */
export interface IncomingFile {
  /** The absolute path of the file. */
  path: string
  /** The SHA-256 of its bytes, which can be copied and continued. */
  hash: Hash
  /** Removes the file, when it is still there, with its folder. */
  discard: () => Promise<void>
}

/**
 * Writes what comes in to a file of its own below `dataDir`/media, without holding it in memory. null, and nothing stays,
 * as soon as there are more than `maxBytes`. Whoever gets a file discards it. Throws what the file system or the sender
 * throws; then nothing stays, either.
 */
export async function incomingFile(
  dataDir: string,
  { body, maxBytes }: { body: AsyncIterable<Uint8Array> | null; maxBytes: number },
): Promise<IncomingFile | null> {
  const parent = incomingFolder(dataDir)
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, `file-${process.pid}-`))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, 'file')
    const hash = createHash('sha256')
    const isWhole = await written(path, { body, maxBytes, hash })
    if (isWhole) return { path, hash, discard }
    await discard()
    return null
  } catch (error) {
    await discard()
    throw error
  }
}

async function written(
  path: string,
  { body, maxBytes, hash }: { body: AsyncIterable<Uint8Array> | null; maxBytes: number; hash: Hash },
): Promise<boolean> {
  const file = await open(path, 'wx')
  try {
    let bytes = 0
    for await (const chunk of body ?? []) {
      bytes += chunk.length
      if (bytes > maxBytes) return false
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    return true
  } finally {
    await file.close()
  }
}
