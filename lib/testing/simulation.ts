import type { Manuscript } from '@/lib/article/manuscript'
import type { ManuscriptSave } from '@/lib/desk/articles/manuscript-save'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import type { DraftStorage } from '@/lib/drafting/draft-slot'
import type { DraftClock } from '@/lib/drafting/draft-transport'
import { mergeManuscripts } from '@/lib/merging/merge-manuscripts'

/*
 * A server, a device and a clock for the tests of the draft keeper, which the tests control.
 */

/** Saves like the store: each key once, merged with later versions; the losing side of a conflict is set aside. */
export class SimulatedServer {
  readonly versions: Manuscript[]
  readonly conflicts: (OpenConflict & { isSettled: boolean })[] = []
  readonly #savedKeys = new Set<string>()

  constructor(first: Manuscript) {
    this.versions = [first]
  }

  save({ key, basedOn, manuscript, settles = [], setAside = [] }: ManuscriptSave): SavedManuscript {
    if (this.#savedKeys.has(key)) return this.open()
    this.#savedKeys.add(key)
    const base = this.versions[basedOn - 1] ?? null
    const merged = mergeManuscripts({ base, mine: manuscript, theirs: this.open().manuscript })
    for (const conflict of this.conflicts) conflict.isSettled ||= settles.includes(conflict.id)
    for (const { place, value, afterId } of [...setAside, ...merged.setAside]) {
      const id = this.conflicts.length + 1
      this.conflicts.push({ id, place, afterId, setAside: value, writtenBy: '', writtenAt: 0, isSettled: false })
    }
    this.versions.push(merged.merged)
    return this.open()
  }

  open(): SavedManuscript {
    const manuscript = this.versions.at(-1)
    if (!manuscript) throw new Error('the server has no text')
    const conflicts = this.conflicts.filter(({ isSettled }) => !isSettled).map(({ isSettled: _, ...open }) => open)
    // Through JSON, as over the network, so that clients share no objects with the server.
    return JSON.parse(
      JSON.stringify({ version: this.versions.length, manuscript, savedAt: 0, savedBy: '', conflicts }),
    ) as SavedManuscript
  }
}

/** The storage that all tabs of a browser share. */
export class SimulatedDevice implements DraftStorage {
  readonly slots = new Map<string, string>()
  isFull = false

  get(key: string): string | null {
    return this.slots.get(key) ?? null
  }

  set(key: string, value: string): void {
    if (this.isFull) throw new Error('the quota is used up')
    this.slots.set(key, value)
  }

  remove(key: string): void {
    this.slots.delete(key)
  }

  keys(): string[] {
    return [...this.slots.keys()]
  }
}

/** A clock that a test moves. */
export class SimulatedClock implements DraftClock {
  #now = 0
  readonly #due = new Set<{ at: number; work: () => void }>()

  now(): number {
    return this.#now
  }

  after(ms: number, work: () => void): () => void {
    const entry = { at: this.#now + ms, work }
    this.#due.add(entry)
    return () => this.#due.delete(entry)
  }

  /** Moves the clock by `ms` and runs everything that is due in that time, responses of the server included. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms
    await settled()
    for (;;) {
      const next = [...this.#due].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0]
      if (!next) break
      this.#due.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.work()
      await settled()
    }
    this.#now = end
  }
}

/** Resolves when all pending promise callbacks have run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
