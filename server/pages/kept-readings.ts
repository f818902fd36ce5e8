import type { Readings } from '@/lib/pages/site-runtime'
import type { Tagged } from '@/lib/pages/tags'

/**
 * What nearly every page reads (settings, sections, menus), read once and kept until one of its tags is invalidated, by
 * the rule by which pages are kept. `invalidate` is called in the step that drops pages: a render that begins after it
 * gets nothing that was read before.
 */
export class KeptReadings implements Readings {
  readonly #kept = new Map<string, Kept>()

  read<T>(key: string, read: () => Promise<Tagged<T>>): Promise<Tagged<T>> {
    const before = this.#kept.get(key)
    if (before) return before.reading as Promise<Tagged<T>>
    const reading = read()
    const kept: Kept = { reading, tags: null }
    this.#kept.set(key, kept)
    reading.then(
      ({ tags }) => {
        kept.tags = tags
      },
      // The next render tries anew. Those that wait for this reading learn of the error from it.
      () => {
        if (this.#kept.get(key) === kept) this.#kept.delete(key)
      },
    )
    return reading
  }

  /** Drops what has one of `tags`, and what is still being read: its tags are not known yet. */
  invalidate(tags: ReadonlySet<string>): void {
    for (const [key, kept] of this.#kept) {
      if (kept.tags === null || kept.tags.some((name) => tags.has(name))) this.#kept.delete(key)
    }
  }
}

interface Kept {
  reading: Promise<Tagged<unknown>>
  /** null while it is being read. */
  tags: string[] | null
}
