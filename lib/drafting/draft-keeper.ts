import type { Manuscript } from '@/lib/article/manuscript'
import type { OpenConflict } from '@/lib/desk/open-conflict'
import type { SavedManuscript } from '@/lib/desk/saved-manuscript'
import { answered, type Draft, freshDraft, isSaved, onto, returned, sending } from '@/lib/drafting/draft'
import { type DraftStorage, draftSlot, emptySlot, keepIn, keptIn, slotsOf } from '@/lib/drafting/draft-slot'
import {
  asked,
  type DraftClock,
  type DraftTransport,
  type Failure,
  type Outcome,
  type SaveRefused,
} from '@/lib/drafting/draft-transport'
import type { SavingState } from '@/lib/drafting/saving-state'
import { same } from '@/lib/merging/same'

/** Typing goes to the server after a pause of this length … */
const PAUSE_MS = 800
/** … and at the latest this long after the first key. */
const STEADY_MS = 5000
const FIRST_RETRY_MS = 1000
const LONGEST_RETRY_MS = 30_000

/** What the page tells whoever types. */
export interface SavingReport {
  state: SavingState
  /** false when this device refuses to keep what the server does not have: no storage, or a full one. */
  isKeptHere: boolean
  version: number
  conflicts: OpenConflict[]
  /** Texts of earlier tabs that the server did not take; they stay on this device. */
  leftBehind: { manuscript: Manuscript; problems: SaveRefused['problems'] }[]
}

export interface DraftKeeping {
  articleId: number
  /** The id of whoever types; words of others on this device are left to them. */
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
  /**
   * Puts a text that has others' changes in it on the screen. It must be there when the call returns: what is typed
   * afterwards stands on it.
   */
  show: (manuscript: Manuscript) => void
  /** Called when something in the report has changed. */
  tell: (report: SavingReport) => void
}

/** What a tab that is gone has left in its slot. */
interface LeftDraft {
  slot: string
  tab: string
  draft: Draft
  /** What the slot holds, as far as is known here. */
  text: string
}

/**
 * Keeps what is typed into one article, in one tab: on this device at every key, on the server after a pause, one
 * request at a time, each repeated letter for letter until the server has answered it. Nothing typed is ever only in
 * memory, and nothing overwrites what somebody else wrote: see the functions of draft.ts for what becomes of it.
 */
export class DraftKeeper {
  readonly #with: DraftKeeping
  /** The text as the server has it, as far as this tab knows. */
  #known: SavedManuscript
  #draft: Draft
  #left: LeftDraft[] = []
  #leftBehind: SavingReport['leftBehind'] = []
  #isKeptHere = true
  #isBusy = false
  #isClosed = false
  /** Letters are being composed: nothing may change under them. */
  #isHeld = false
  /** What an answer changes, waiting for the end of a composition. */
  #waiting: (() => void) | null = null
  #trouble: SavingState | null = null
  /** The server did not take the draft: no use in sending it again before it changes. */
  #isStopped = false
  #newestHeardOf = 0
  /** The first key that is not on its way; null when all are. */
  #firstKeyAt: number | null = null
  #lastKeyAt = 0
  #failures = 0
  #pausedUntil = 0
  #cancelTimer: (() => void) | null = null
  #giveUp: (() => void) | null = null
  #told: SavingReport | null = null
  /** Whether `draft` was saved when `known` was known: asked several times at every key. */
  #checked: { draft: Draft; known: SavedManuscript; isSaved: boolean } | null = null

  constructor(keeping: DraftKeeping) {
    this.#with = keeping
    this.#known = keeping.opened
    this.#draft = freshDraft(keeping.opened)
  }

  /** The text as it is on the screen. */
  get manuscript(): Manuscript {
    return this.#draft.typed
  }

  get report(): SavingReport {
    return {
      state: this.#state(),
      isKeptHere: this.#isKeptHere,
      version: this.#known.version,
      conflicts: this.#known.conflicts,
      leftBehind: this.#leftBehind,
    }
  }

  /** What was typed or chosen; fields that are left out are as they were. On this device when the call returns. */
  typed(change: Partial<Manuscript>): void {
    this.#draft = { ...this.#draft, typed: { ...this.#draft.typed, ...change } }
    this.#lastKeyAt = this.#with.clock.now()
    this.#firstKeyAt ??= this.#lastKeyAt
    this.#isStopped = false
    this.#keep()
    this.#goOn()
  }

  /** Tells the server that these conflicts are decided. What was decided for is typed before. */
  settle(ids: number[]): void {
    this.#draft = { ...this.#draft, settles: [...this.#draft.settles, ...ids] }
    this.#known = withoutConflicts(this.#known, ids)
    this.#isStopped = false
    this.#keep()
    this.#goOn()
  }

  /** Somebody has saved this version; it is fetched unless it comes with an answer anyhow. */
  heardOf(version: number): void {
    this.#newestHeardOf = Math.max(this.#newestHeardOf, version)
    this.#goOn()
  }

  /** The network is back, or somebody signed in: nothing waits any longer. */
  retry(): void {
    this.#pausedUntil = 0
    this.#isStopped = false
    this.#goOn()
  }

  /** Sends what is typed at once; the page may be about to go. */
  flush(): void {
    if (!this.#isBusy && !this.#isClosed && !this.#isSaved()) this.#run(() => this.#sendOwn(true))
  }

  /** While letters are being composed, answers wait, so that nothing on the screen changes under them. */
  hold(): void {
    this.#isHeld = true
  }

  release(): void {
    this.#isHeld = false
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.()
    this.#goOn()
  }

  /** Before a verb that acts on the text: whether the server has everything that is typed, after a try to give it. */
  async isSavedNow(): Promise<boolean> {
    for (let tries = 0; !this.#isClosed && (this.#isBusy || !this.#isSaved()); ) {
      if (!this.#isBusy) {
        if (tries > 0 && this.#trouble) return false
        tries += 1
        this.flush()
      }
      await new Promise<void>((resolve) => this.#with.clock.after(20, resolve))
    }
    return this.#isSaved()
  }

  /** Sends what tabs of this browser have left of the article and are not there any more to send themselves. */
  async takeOver(): Promise<void> {
    const { storage, articleId, writer, isAlive } = this.#with
    for (const { slot, tab } of slotsOf(storage, articleId)) {
      if (tab === this.#with.tab || this.#left.some((left) => left.slot === slot) || (await isAlive(tab))) continue
      const found = keptIn(storage, slot)
      if (found?.kept.writer === writer) this.#left.push({ slot, tab, draft: found.kept.draft, text: found.text })
    }
    this.#goOn()
  }

  /** Stops; what the server does not have stays on this device. */
  close(): void {
    this.#isClosed = true
    this.#cancelTimer?.()
    this.#giveUp?.()
  }

  /** Does what is to be done now, or sets the clock for it. */
  #goOn(): void {
    if (this.#isClosed) return
    this.#tell()
    this.#cancelTimer?.()
    this.#cancelTimer = null
    const next = this.#isBusy || this.#isHeld ? null : this.#next()
    if (!next) return
    const wait = Math.max(next.at, this.#pausedUntil) - this.#with.clock.now()
    if (wait <= 0) this.#run(next.work)
    else this.#cancelTimer = this.#with.clock.after(wait, () => this.#goOn())
  }

  #next(): { at: number; work: () => Promise<void> } | null {
    const [left] = this.#left
    if (left) return { at: 0, work: () => this.#sendLeft(left) }
    if (!this.#isSaved()) return this.#isStopped ? null : { at: this.#dueAt(), work: () => this.#sendOwn(false) }
    if (this.#newestHeardOf > this.#known.version) return { at: 0, work: () => this.#fetch() }
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
        // A fault of the page: what is typed is on this device, and trying again is better than silence.
        console.error(error)
        this.#failed({ kind: 'failed' })
      })
      .then(() => this.#ended())
      .catch((error: unknown) => console.error(error))
  }

  #ended(): void {
    if (this.#waiting) return
    this.#isBusy = false
    this.#goOn()
  }

  async #sendOwn(isLast: boolean): Promise<void> {
    const draft = sending(this.#draft, this.#with.newKey)
    if (!this.#draft.sent) this.#firstKeyAt = null
    this.#draft = draft
    this.#keep()
    this.#tell()
    const outcome = await this.#asked((signal) => this.#with.transport.save(draft.sent, { signal, isLast }))
    if (outcome.kind === 'saved') {
      this.#whenReleased(() =>
        this.#change(answered({ ...this.#draft, sent: draft.sent }, outcome.answer), outcome.answer),
      )
    } else if (outcome.kind === 'refused') {
      if (!outcome.mayBeTakenLater) this.#draft = returned(this.#draft)
      this.#isStopped = true
      this.#trouble = { kind: 'refused', problems: outcome.problems }
      this.#keep()
    } else this.#failed(outcome)
  }

  async #sendLeft(left: LeftDraft): Promise<void> {
    const { storage, transport, newKey, isAlive } = this.#with
    const draft = sending(left.draft, newKey)
    this.#keepLeft(left, draft)
    const outcome = await this.#asked((signal) => transport.save(draft.sent, { signal, isLast: false }))
    if (outcome.kind === 'refused') {
      this.#leftBehind = [...this.#leftBehind, { manuscript: draft.typed, problems: outcome.problems }]
      this.#forget(left)
    } else if (outcome.kind !== 'saved') this.#failed(outcome)
    else {
      this.#succeeded()
      const { answer } = outcome
      const rest = answered(draft, answer)
      const found = keptIn(storage, left.slot)
      if (found && found.text !== left.text) {
        // Somebody else writes there: another tab that takes it over, or the tab itself, which was there after all.
        if (await isAlive(left.tab)) this.#forget(left)
        else Object.assign(left, { draft: found.kept.draft, text: found.text })
      } else if (isSaved(rest, answer.manuscript)) {
        this.#forget(left)
        emptySlot(storage, left.slot)
      } else this.#keepLeft(left, rest)
      this.#takeNews(answer)
    }
  }

  async #fetch(): Promise<void> {
    const outcome = await this.#asked((signal) => this.#with.transport.open({ signal }))
    if (outcome.kind === 'saved' || outcome.kind === 'refused') {
      // What the server says now is as new as it gets, whatever was heard.
      this.#newestHeardOf = 0
      this.#succeeded()
    } else this.#failed(outcome)
    if (outcome.kind === 'saved') this.#takeNews(outcome.answer)
  }

  /** Brings a newer text of the server under what is typed; while a save is on its way, its answer will. */
  #takeNews(news: SavedManuscript): void {
    this.#whenReleased(() => {
      if (this.#draft.sent || news.version <= this.#known.version) return
      this.#change(onto(this.#draft, this.#known.manuscript, news), news)
    })
  }

  #change(draft: Draft, known: SavedManuscript): void {
    const before = this.#draft.typed
    this.#draft = draft
    // What this tab is about to settle is settled for whoever looks at it.
    this.#known = withoutConflicts({ ...known, manuscript: sharing(known.manuscript, draft.typed) }, draft.settles)
    this.#succeeded()
    this.#keep()
    if (!same(before, draft.typed)) this.#with.show(draft.typed)
  }

  #whenReleased(work: () => void): void {
    if (!this.#isHeld) work()
    else {
      this.#waiting = () => {
        work()
        this.#ended()
      }
    }
  }

  async #asked(request: (signal: AbortSignal) => Promise<Outcome>): Promise<Outcome> {
    const { outcome, giveUp } = asked(this.#with.clock, request)
    this.#giveUp = giveUp
    return outcome
  }

  #failed({ kind }: Failure): void {
    this.#trouble = { kind: kind === 'unreachable' ? 'offline' : kind === 'failed' ? 'failing' : kind }
    this.#pausedUntil = this.#with.clock.now() + Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS)
    this.#failures += 1
  }

  #succeeded(): void {
    this.#failures = 0
    this.#pausedUntil = 0
    this.#trouble = null
  }

  #isSaved(): boolean {
    const [draft, known] = [this.#draft, this.#known]
    if (this.#checked?.draft !== draft || this.#checked.known !== known) {
      this.#checked = { draft, known, isSaved: isSaved(draft, known.manuscript) }
    }
    return this.#checked.isSaved
  }

  #state(): SavingState {
    if (this.#isSaved() && !this.#left.length) return { kind: 'saved', at: this.#known.savedAt }
    return this.#trouble ?? { kind: 'saving' }
  }

  #tell(): void {
    const { report } = this
    if (this.#told && same(this.#told, report)) return
    this.#told = report
    this.#with.tell(report)
  }

  /** Brings what this device keeps up to date. */
  #keep(): void {
    const { storage, articleId, tab, writer } = this.#with
    const slot = draftSlot(articleId, tab)
    if (this.#isSaved()) emptySlot(storage, slot)
    this.#isKeptHere = this.#isSaved() || keepIn(storage, slot, { writer, draft: this.#draft }) !== null
  }

  #keepLeft(left: LeftDraft, draft: Draft): void {
    left.draft = draft
    left.text = keepIn(this.#with.storage, left.slot, { writer: this.#with.writer, draft }) ?? left.text
  }

  #forget(left: LeftDraft): void {
    this.#left = this.#left.filter((other) => other !== left)
  }
}

function withoutConflicts(known: SavedManuscript, ids: number[]): SavedManuscript {
  return { ...known, conflicts: known.conflicts.filter(({ id }) => !ids.includes(id)) }
}

/** The same manuscript made of the elements of `typed` where they say the same, so that comparing the two is quick. */
function sharing(manuscript: Manuscript, typed: Manuscript): Manuscript {
  const byId = new Map(typed.body.map((element) => [element.id, element]))
  const body = manuscript.body.map((element) => {
    const own = byId.get(element.id)
    return own && same(own, element) ? own : element
  })
  return { ...manuscript, body }
}
