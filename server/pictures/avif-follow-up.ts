import { nextWithoutAvif, saveAvif } from '@/db/pictures/avif'
import type { Writer } from '@/db/store/open'
import { storageFault } from '@/db/store/storage-fault'
import type { PictureMaker } from '@/lib/pictures/picture-maker'
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
  #running: Promise<void> | null = null
  #isWakeRequested = false
  #isStopped = false
  #restsUntil = 0

  constructor(private readonly parts: AvifFollowUpParts) {}

  /** Looks for pictures without AVIF; to be called at the start and after each commit. Returns at once. */
  wake(): void {
    this.#isWakeRequested = true
    if (this.#running || this.#isStopped || performance.now() < this.#restsUntil) return
    this.#running = this.#run()
      .catch((error) => {
        if (this.#isStopped) return
        console.error('the AVIF of pictures waits', error)
        this.#restsUntil = performance.now() + REST_MS
      })
      .finally(() => {
        this.#running = null
        // A wake may have come between the last look and now.
        if (this.#isWakeRequested) this.wake()
      })
  }

  /** Resolves when no picture is in the works. */
  async settled(): Promise<void> {
    await this.#running
  }

  /** Starts nothing any more. A picture in the works is left: the process that makes it ends with the site. */
  stop(): void {
    this.#isStopped = true
  }

  async #run(): Promise<void> {
    const { db, maker, discard, now } = this.parts
    while (this.#isWakeRequested && !this.#isStopped) {
      this.#isWakeRequested = false
      for (let next = await nextWithoutAvif(db); next; next = await nextWithoutAvif(db)) {
        const { id, original } = next
        const files = await maker.avif(original).catch((error) => {
          if (this.#isStopped || storageFault(error)) throw error
          console.error(`no AVIF was made of picture ${id}`, error)
          return []
        })
        if (this.#isStopped) return
        if (!(await saveAvif(db, { id, original, files, now: now() }))) await discard(original)
      }
    }
  }
}
