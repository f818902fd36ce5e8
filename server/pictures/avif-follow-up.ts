import { nextWithoutAvif, saveAvif } from '@/db/pictures/avif'
import type { Writer } from '@/db/store/open'
import { storageFault } from '@/db/store/storage-fault'
import type { PictureMaker } from '@/lib/pictures/picture-maker'
import { BackgroundJob } from '@/server/background-job'
import type { Clock } from '@/server/clock'

/** After the disk or the store failed: a full disk is as full at the next commit. */
const REST_MS = 10 * 60_000

interface AvifFollowUpParts {
  db: Writer
  maker: Pick<PictureMaker, 'avif'>
  /** Deletes the files of an original that no picture has any more. */
  discard: (original: string) => Promise<void>
  now: Clock
}

/**
 * Makes the files in AVIF of new pictures, one picture after the other, when nobody waits for them. What a stop cuts off
 * is made after the next start.
 */
export class AvifFollowUp {
  readonly #parts: AvifFollowUpParts
  readonly #job: BackgroundJob
  #restsUntil = 0

  constructor(parts: AvifFollowUpParts) {
    this.#parts = parts
    this.#job = new BackgroundJob({
      run: (signal) => this.#run(signal),
      failed: (error) => {
        console.error('the AVIF of pictures waits', error)
        this.#restsUntil = performance.now() + REST_MS
      },
    })
  }

  /** Looks for pictures without AVIF; to be called at the start and after each commit. Returns at once. */
  wake(): void {
    if (performance.now() >= this.#restsUntil) this.#job.wake()
  }

  /** Resolves when no picture is in the works. */
  async untilIdle(): Promise<void> {
    await this.#job.untilIdle()
  }

  /** Starts nothing any more. A picture in the works is left: the process that makes it ends with the site. */
  stop(): void {
    void this.#job.stop()
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { db, maker, discard, now } = this.#parts
    for (let next = await nextWithoutAvif(db); next; next = await nextWithoutAvif(db)) {
      const { id, original } = next
      const files = await maker.avif(original).catch((error) => {
        if (signal.aborted || storageFault(error)) throw error
        console.error(`no AVIF was made of picture ${id}`, error)
        return []
      })
      if (signal.aborted) return
      if (!(await saveAvif(db, { id, original, files, now: now() }))) await discard(original)
    }
  }
}
