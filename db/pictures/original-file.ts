import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { media } from '@/db/store/schema'

/**
 * The file of which picture `id` was made, as it was sent, with everything that its metadata says, coordinates included:
 * for the newsroom, never for readers. null when the picture or its file is gone.
 */
export async function originalFile(
  db: Reader,
  { id, dataDir }: { id: number; dataDir: string },
): Promise<{ name: string; contentType: string; body: ReadableStream<Uint8Array> } | null> {
  const [row] = await db.select({ original: media.original }).from(media).where(eq(media.id, id))
  if (!row) return null
  const path = join(dataDir, 'media', row.original)
  const isThere = await stat(path).catch(() => null)
  if (!isThere) return null
  const file = createReadStream(path)
  const chunks = file[Symbol.asyncIterator]()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: () => void file.destroy(),
  })
  // Whatever it is, the browser keeps it as a file and shows nothing of it.
  return { name: `picture-${id}${extname(row.original)}`, contentType: 'application/octet-stream', body }
}
