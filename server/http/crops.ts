import { writeCrop } from '@/db/pictures/picture-crops'
import type { Reader } from '@/db/store/open'
import { parseCropName } from '@/lib/pictures/crops'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'

/** Each decodes a whole picture, beside the renders of pages. */
const AT_ONCE = 2
const WAITING = 200

/** Makes crops when they are first asked for. */
export class Crops {
  readonly #gate = new ConcurrencyLimit({ atOnce: AT_ONCE, waiting: WAITING })
  readonly #underWay = new Map<string, Promise<boolean>>()

  constructor(private readonly store: { db: Reader; dataDir: string }) {}

  /**
   * Makes the crop of that name once, however many ask; false when no picture has it. Throws Overloaded when too many
   * others are to be made first.
   */
  make(name: string): Promise<boolean> {
    if (!parseCropName(name)) return Promise.resolve(false)
    const known = this.#underWay.get(name)
    if (known) return known
    const made = this.#gate
      .run(() => writeCrop(this.store.db, { dataDir: this.store.dataDir, name }))
      .finally(() => this.#underWay.delete(name))
    this.#underWay.set(name, made)
    return made
  }
}
