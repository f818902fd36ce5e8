import type { Manuscript } from '@/lib/article/manuscript'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import type { SavedManuscript } from '@/lib/desk/articles/saved-manuscript'
import {
  type Draft,
  draftAfterRefusal,
  draftAfterSave,
  isSaved,
  newDraft,
  prepareSave,
  rebaseDraft,
  withElementsOf,
  withoutConflicts,
} from '@/lib/drafting/draft'
import { clearSlot, type DraftStorage, draftSlot, readSlot, slotsOf, writeSlot } from '@/lib/drafting/draft-slot'
import {
  type DraftClock,
  type DraftTransport,
  type Failure,
  requestWithTimeout,
  type SaveOutcome,
  type SaveRefused,
} from '@/lib/drafting/draft-transport'
import type { SavingState } from '@/lib/drafting/saving-state'
import { same } from '@/lib/merging/same'

/** What is typed is sent to the server after a pause of this length … */
const PAUSE_MS = 800
/** … and at the latest this long after the first keystroke. */
const STEADY_MS = 5000
const FIRST_RETRY_MS = 1000
const MAX_RETRY_MS = 30_000

/** What the page shows about saving. */
export interface SavingReport {
  state: SavingState
  /** false when this device cannot store what the server does not have: it has no storage, or the storage is full. */
  isOnDevice: boolean
  version: number
  conflicts: OpenConflict[]
  /** Texts of earlier tabs that the server refused; they stay on this device. */
  refusedDrafts: { manuscript: Manuscript; problems: SaveRefused['problems'] }[]
}

export interface DraftKeeperOptions {
  articleId: number
  /** The account of the editor; drafts of others on this device are left alone. */
  writer: string
  /** Names this tab among those of the browser; another one each time a page is opened. */
  tab: string
  opened: SavedManuscript
  storage: DraftStorage
  transport: DraftTransport
  clock: DraftClock
  newKey: () => string
  /** Whether the tab is open somewhere in this browser. */
  isAlive: (tab: string) => Promise<boolean>
  /** Shows a text with others' changes merged in, before it returns: the next edit starts from that text. */
  onMerged: (manuscript: Manuscript) => void
  /** Called when the report has changed. */
  onReport: (report: SavingReport) => void
}

/** A draft in the slot of a tab that is closed. */
interface OrphanedDraft {
  slot: string
  tab: string
  draft: Draft
  /** The content of the slot when this tab last read or wrote it. */
  text: string
}

/**
 * Saves what is typed into one article in one tab: on this device at every keystroke, on the server after a pause. It
 * sends one request at a time and repeats it unchanged until the server has answered. Nothing typed is ever only in
 * memory, and nothing overwrites what somebody else wrote: the functions of draft.ts merge it.
 */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions
  /** The text as the server last answered it. */
  #onServer: SavedManuscript
  #draft: Draft
  #orphans: OrphanedDraft[] = []
  #refusedDrafts: SavingReport['refusedDrafts'] = []
  #isOnDevice = true
  #isBusy = false
  #isClosed = false
  /** An input method is composing: the text on the screen must not change. */
  #isComposing = false
  /** What a response changes, waiting for the end of a composition. */
  #waiting: (() => void) | null = null
  #problem: SavingState | null = null
  /** The server refused the draft: it is sent again only after it changed. */
  #isRefused = false
  #newestVersion = 0
  /** When the first key since the last request was pressed, in ms since 1970; null without one. */
  #firstKeyAt: number | null = null
  #lastKeyAt = 0
  #failures = 0
  #retryAt = 0
  #cancelTimer: (() => void) | null = null
  #abort: (() => void) | null = null
  #lastReport: SavingReport | null = null
  /** The cached comparison of `draft` with `saved`, which is needed several times at every keystroke. */
  #checked: { draft: Draft; saved: SavedManuscript; isSaved: boolean } | null = null

  constructor(options: DraftKeeperOptions) {
    this.#options = options
    this.#onServer = options.opened
    this.#draft = newDraft(options.opened)
  }

  /** The text as it is on the screen. */
  get manuscript(): Manuscript {
    return this.#draft.typed
  }

  get report(): SavingReport {
    return {
      state: this.#state(),
      isOnDevice: this.#isOnDevice,
      version: this.#onServer.version,
      conflicts: this.#onServer.conflicts,
      refusedDrafts: this.#refusedDrafts,
    }
  }

  /** Changes these fields of the draft. The draft is stored on this device when the call returns. */
  edit(change: Partial<Manuscript>): void {
    this.#draft = { ...this.#draft, typed: { ...this.#draft.typed, ...change } }
    this.#lastKeyAt = this.#options.clock.now()
    this.#firstKeyAt ??= this.#lastKeyAt
    this.#isRefused = false
    this.#store()
    this.#proceed()
  }

  /** Sends that these conflicts are resolved. The text must already contain the decision. */
  resolveConflicts(ids: number[]): void {
    this.#draft = { ...this.#draft, settles: [...this.#draft.settles, ...ids] }
    this.#onServer = withoutConflicts(this.#onServer, ids)
    this.#isRefused = false
    this.#store()
    this.#proceed()
  }

  /** Takes note that the server has this version; it is fetched unless the response to a save contains it. */
  noticeVersion(version: number): void {
    this.#newestVersion = Math.max(this.#newestVersion, version)
    this.#proceed()
  }

  /** Tries again at once, because the network is back or the editor signed in. */
  retry(): void {
    this.#retryAt = 0
    this.#isRefused = false
    this.#proceed()
  }

  /** Sends what is typed at once, because the page may be about to close. */
  flush(): void {
    if (!this.#isBusy && !this.#isClosed && !this.#isSaved()) this.#run(() => this.#sendOwn(true))
  }

  /** While an input method composes, responses wait, so that the text on the screen does not change. */
  startComposition(): void {
    this.#isComposing = true
  }

  endComposition(): void {
    this.#isComposing = false
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.()
    this.#proceed()
  }

  /** Tries to save, and answers whether the server then has everything typed; for verbs that act on the text. */
  async isSavedNow(): Promise<boolean> {
    for (let attempts = 0; !this.#isClosed && (this.#isBusy || !this.#isSaved()); ) {
      if (!this.#isBusy) {
        if (attempts > 0 && this.#problem) return false
        attempts += 1
        this.flush()
      }
      await new Promise<void>((resolve) => this.#options.clock.after(20, resolve))
    }
    return this.#isSaved()
  }

  /** Sends the drafts of the article that closed tabs of this browser left behind. */
  async adoptOrphanedDrafts(): Promise<void> {
    const { storage, articleId, writer, isAlive } = this.#options
    for (const { slot, tab } of slotsOf(storage, articleId)) {
      if (tab === this.#options.tab || this.#orphans.some((orphan) => orphan.slot === slot) || (await isAlive(tab)))
        continue
      const found = readSlot(storage, slot)
      if (found?.stored.writer === writer)
        this.#orphans.push({ slot, tab, draft: found.stored.draft, text: found.text })
    }
    this.#proceed()
  }

  /** Stops. What the server does not have stays on this device. */
  close(): void {
    this.#isClosed = true
    this.#cancelTimer?.()
    this.#abort?.()
  }

  /** Starts what is due, or sets a timer for it. */
  #proceed(): void {
    if (this.#isClosed) return
    this.#sendReport()
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const next = this.#isBusy || this.#isComposing ? null : this.#next()
    if (!next) return
    const wait = Math.max(next.at, this.#retryAt) - this.#options.clock.now()
    if (wait <= 0) this.#run(next.work)
    else this.#cancelTimer = this.#options.clock.after(wait, () => this.#proceed())
  }

  #next(): { at: number; work: () => Promise<void> } | null {
    const [orphan] = this.#orphans
    if (orphan) return { at: 0, work: () => this.#sendOrphan(orphan) }
    if (!this.#isSaved()) return this.#isRefused ? null : { at: this.#dueAt(), work: () => this.#sendOwn(false) }
    if (this.#newestVersion > this.#onServer.version) return { at: 0, work: () => this.#fetch() }
    return null
  }

  #dueAt(): number {
    const { sent, setAside, settles } = this.#draft
    if (sent || setAside.length || settles.length || this.#firstKeyAt === null) return 0
    return Math.min(this.#lastKeyAt + PAUSE_MS, this.#firstKeyAt + STEADY_MS)
  }

  #run(work: () => Promise<void>): void {
    this.#cancelTimer?.()
    this.#cancelTimer = null
    this.#isBusy = true
    work()
      .catch((error: unknown) => {
        // A bug in the page. What is typed is stored on this device, so another attempt is safe.
        console.error(error)
        this.#failed({ kind: 'failed' })
      })
      .then(() => this.#ended())
      .catch((error: unknown) => console.error(error))
  }

  #ended(): void {
    if (this.#waiting) return
    this.#isBusy = false
    this.#proceed()
  }

  async #sendOwn(isLast: boolean): Promise<void> {
    const draft = prepareSave(this.#draft, this.#options.newKey)
    if (!this.#draft.sent) this.#firstKeyAt = null
    this.#draft = draft
    this.#store()
    this.#sendReport()
    const outcome = await this.#request((signal) => this.#options.transport.save(draft.sent, { signal, isLast }))
    if (outcome.kind === 'saved') {
      this.#afterComposition(() =>
        this.#change(draftAfterSave({ ...this.#draft, sent: draft.sent }, outcome.answer), outcome.answer),
      )
    } else if (outcome.kind === 'refused') {
      if (!outcome.mayBeTakenLater) this.#draft = draftAfterRefusal(this.#draft)
      this.#isRefused = true
      this.#problem = { kind: 'refused', problems: outcome.problems }
      this.#store()
    } else this.#failed(outcome)
  }

  async #sendOrphan(orphan: OrphanedDraft): Promise<void> {
    const { storage, transport, newKey, isAlive } = this.#options
    const draft = prepareSave(orphan.draft, newKey)
    this.#storeOrphan(orphan, draft)
    const outcome = await this.#request((signal) => transport.save(draft.sent, { signal, isLast: false }))
    if (outcome.kind === 'refused') {
      this.#refusedDrafts = [...this.#refusedDrafts, { manuscript: draft.typed, problems: outcome.problems }]
      this.#dropOrphan(orphan)
    } else if (outcome.kind !== 'saved') this.#failed(outcome)
    else {
      this.#succeeded()
      const { answer } = outcome
      const rest = draftAfterSave(draft, answer)
      const found = readSlot(storage, orphan.slot)
      if (found && found.text !== orphan.text) {
        // Another tab wrote to the slot: one that adopted the draft too, or its own tab, which is still open.
        if (await isAlive(orphan.tab)) this.#dropOrphan(orphan)
        else Object.assign(orphan, { draft: found.stored.draft, text: found.text })
      } else if (isSaved(rest, answer.manuscript)) {
        this.#dropOrphan(orphan)
        clearSlot(storage, orphan.slot)
      } else this.#storeOrphan(orphan, rest)
      this.#mergeNewer(answer)
    }
  }

  async #fetch(): Promise<void> {
    const outcome = await this.#request((signal) => this.#options.transport.open({ signal }))
    if (outcome.kind === 'saved' || outcome.kind === 'refused') {
      // The response is the newest version of the server, also when a higher one was noticed before.
      this.#newestVersion = 0
      this.#succeeded()
    } else this.#failed(outcome)
    if (outcome.kind === 'saved') this.#mergeNewer(outcome.answer)
  }

  /** Merges a newer text of the server into the draft; while a save is pending, its response does that. */
  #mergeNewer(newer: SavedManuscript): void {
    this.#afterComposition(() => {
      if (this.#draft.sent || newer.version <= this.#onServer.version) return
      this.#change(rebaseDraft(this.#draft, this.#onServer.manuscript, newer), newer)
    })
  }

  #change(draft: Draft, saved: SavedManuscript): void {
    const before = this.#draft.typed
    this.#draft = draft
    // A conflict whose resolution this tab is sending is not shown any more.
    this.#onServer = withoutConflicts(
      { ...saved, manuscript: withElementsOf(saved.manuscript, draft.typed) },
      draft.settles,
    )
    this.#succeeded()
    this.#store()
    if (!same(before, draft.typed)) this.#options.onMerged(draft.typed)
  }

  #afterComposition(work: () => void): void {
    if (!this.#isComposing) work()
    else {
      this.#waiting = () => {
        work()
        this.#ended()
      }
    }
  }

  async #request(request: (signal: AbortSignal) => Promise<SaveOutcome>): Promise<SaveOutcome> {
    const { outcome, abort } = requestWithTimeout(this.#options.clock, request)
    this.#abort = abort
    return outcome
  }

  #failed({ kind, reason }: Failure): void {
    const failing = { kind: 'failing' as const, ...(reason !== undefined && { reason }) }
    this.#problem = kind === 'unreachable' ? { kind: 'offline' } : kind === 'failed' ? failing : { kind }
    this.#retryAt = this.#options.clock.now() + Math.min(FIRST_RETRY_MS * 2 ** this.#failures, MAX_RETRY_MS)
    this.#failures += 1
  }

  #succeeded(): void {
    this.#failures = 0
    this.#retryAt = 0
    this.#problem = null
  }

  #isSaved(): boolean {
    const [draft, saved] = [this.#draft, this.#onServer]
    if (this.#checked?.draft !== draft || this.#checked.saved !== saved) {
      this.#checked = { draft, saved, isSaved: isSaved(draft, saved.manuscript) }
    }
    return this.#checked.isSaved
  }

  #state(): SavingState {
    if (this.#isSaved() && !this.#orphans.length) return { kind: 'saved', at: this.#onServer.savedAt }
    return this.#problem ?? { kind: 'saving' }
  }

  #sendReport(): void {
    const { report } = this
    if (this.#lastReport && same(this.#lastReport, report)) return
    this.#lastReport = report
    this.#options.onReport(report)
  }

  /** Writes the draft to this device, or removes it there once the server has it. */
  #store(): void {
    const { storage, articleId, tab, writer } = this.#options
    const slot = draftSlot(articleId, tab)
    if (this.#isSaved()) clearSlot(storage, slot)
    this.#isOnDevice = this.#isSaved() || writeSlot(storage, slot, { writer, draft: this.#draft }) !== null
  }

  #storeOrphan(orphan: OrphanedDraft, draft: Draft): void {
    orphan.draft = draft
    orphan.text = writeSlot(this.#options.storage, orphan.slot, { writer: this.#options.writer, draft }) ?? orphan.text
  }

  #dropOrphan(orphan: OrphanedDraft): void {
    this.#orphans = this.#orphans.filter((other) => other !== orphan)
  }
}
