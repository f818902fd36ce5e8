import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { openArticle } from '@/lib/desk/articles/endpoints'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import { DraftKeeper } from '@/lib/drafting/draft-keeper'
import type { DraftStorage } from '@/lib/drafting/draft-slot'
import type { DraftTransport } from '@/lib/drafting/draft-transport'
import type { DeskEditor } from '@/server/bench/site/desk-editor'
import { FaultyNetwork } from '@/server/chaos/faulty-network'
import type { SeededRandom } from '@/server/chaos/seeded-random'

const OPENED_WITHIN_MS = 30_000
const SAVED_WITHIN_MS = 90_000

/** The browser of one editor; its storage outlives its tabs. */
export class SimulatedBrowser {
  readonly network: FaultyNetwork
  readonly #slots = new Map<string, string>()
  readonly #open = new Set<string>()

  constructor(
    readonly editor: DeskEditor,
    random: SeededRandom,
  ) {
    this.network = new FaultyNetwork(random)
  }

  /** Opens a story in a new tab, as the desk does: drafts of it that crashed tabs have left are sent first. */
  async openTab(articleId: number, transport?: DraftTransport): Promise<Tab> {
    const tab = randomUUID()
    const opened = await this.#openArticle(articleId)
    this.#open.add(tab)
    const keeper = new DraftKeeper({
      articleId,
      writer: this.editor.email,
      tab,
      opened,
      storage: this.#storage,
      transport: transport ?? this.network.transport(this.editor, articleId),
      clock: { now: () => Date.now(), after },
      newKey: randomUUID,
      isAlive: async (other) => this.#open.has(other),
      onMerged: () => {},
      onReport: () => {},
    })
    await keeper.adoptOrphanedDrafts()
    return new Tab(keeper, () => this.#open.delete(tab))
  }

  /** How many drafts its storage still holds. */
  get keptDrafts(): number {
    return this.#slots.size
  }

  async #openArticle(articleId: number): Promise<SavedManuscript> {
    const end = Date.now() + OPENED_WITHIN_MS
    for (;;) {
      try {
        return await this.editor.request(openArticle, { params: { id: articleId } })
      } catch (error) {
        // An editor whose page does not load reloads it.
        if (Date.now() > end) throw error
        await pause(300)
      }
    }
  }

  readonly #storage: DraftStorage = {
    get: (key) => this.#slots.get(key) ?? null,
    set: (key, value) => this.#slots.set(key, value),
    remove: (key) => this.#slots.delete(key),
    keys: () => [...this.#slots.keys()],
  }
}

/** One tab with one story in it. */
export class Tab {
  constructor(
    readonly keeper: DraftKeeper,
    private readonly onClose: () => unknown,
  ) {}

  /** Closes without saving, as when the browser crashes. */
  kill(): void {
    this.keeper.close()
    this.onClose()
  }

  /** Resolves when the server has everything; throws when that takes too long. */
  async saved(): Promise<void> {
    const end = Date.now() + SAVED_WITHIN_MS
    while (this.keeper.report.state.kind !== 'saved') {
      if (Date.now() > end) throw new Error(`not saved in time: ${JSON.stringify(this.keeper.report.state)}`)
      this.keeper.retry()
      await pause(250)
    }
  }
}

function after(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}
