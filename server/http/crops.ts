import { writeCrop } from '@/db/pictures/picture-crops'
import type { Reader } from '@/db/store/open'
import { parseCropName } from '@/lib/pictures/crops'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'

/** Each crop decodes a whole picture, while pages are rendered. */
const MAX_RUNNING = 2
const MAX_WAITING = 200

/** Makes crops when they are first requested. */
export class Crops {
  readonly #limit = new ConcurrencyLimit({ atOnce: MAX_RUNNING, waiting: MAX_WAITING })
  readonly #running = new Map<string, Promise<boolean>>()

  constructor(private readonly store: { db: Reader; dataDir: string }) {}

  /**
   * Makes the crop of that name, once for all simultaneous requests; false when no picture has it. Throws Overloaded when
   * too many others are waiting.
   */
  make(name: string): Promise<boolean> {
    if (!parseCropName(name)) return Promise.resolve(false)
    const running = this.#running.get(name)
    if (running) return running
    const crop = this.#limit
      .run(() => writeCrop(this.store.db, { dataDir: this.store.dataDir, name }))
      .finally(() => this.#running.delete(name))
    this.#running.set(name, crop)
    return crop
  }
}
