import { cropOrder } from '@/db/pictures/picture-crops'
import type { Reader } from '@/db/store/open'
import { parseCropName } from '@/lib/pictures/crops'
import type { PictureMaker } from '@/lib/pictures/picture-maker'
import { ConcurrencyLimit } from '@/server/http/concurrency-limit'

/** Each crop decodes a whole picture. */
export const CROPS_AT_ONCE = 2
const MAX_WAITING = 200

interface CropsParts {
  db: Reader
  maker: Pick<PictureMaker, 'crop'>
  /** Deletes the files of an original that no picture has any more. */
  discard: (original: string) => Promise<void>
}

/** Makes crops when they are first requested. */
export class Crops {
  readonly #limit = new ConcurrencyLimit({ atOnce: CROPS_AT_ONCE, waiting: MAX_WAITING })
  readonly #running = new Map<string, Promise<boolean>>()

  constructor(private readonly parts: CropsParts) {}

  /**
   * Makes the crop of that name, once for all simultaneous requests; false when no picture has it. Throws Overloaded when
   * too many others are waiting.
   */
  make(name: string): Promise<boolean> {
    if (!parseCropName(name)) return Promise.resolve(false)
    const running = this.#running.get(name)
    if (running) return running
    const crop = this.#limit.run(() => this.#cut(name)).finally(() => this.#running.delete(name))
    this.#running.set(name, crop)
    return crop
  }

  async #cut(name: string): Promise<boolean> {
    const { db, maker, discard } = this.parts
    const order = await cropOrder(db, name)
    if (!order) return false
    await maker.crop(order)
    if (!(await cropOrder(db, name))) await discard(order.original)
    return true
  }
}
