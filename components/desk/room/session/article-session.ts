import { flushSync } from 'react-dom'
import { deskRequest, type Problem } from '@/components/desk/desk-request'
import { newElementId } from '@/components/desk/editor/document/element-ids'
import type { StoryEditorHandle } from '@/components/desk/editor/story-editor'
import { type ArticleAction, confirmationOf } from '@/components/desk/room/actions/article-action'
import type { Names } from '@/components/desk/room/status/conflict-text'
import type { Editor } from '@/lib/accounts/permissions'
import { articlePath } from '@/lib/addresses/paths'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Checklist } from '@/lib/desk/articles/checklist'
import type { CrawlersView } from '@/lib/desk/articles/crawlers-view'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { Presence } from '@/lib/desk/articles/presence'
import { nearInstant } from '@/lib/desk/near-instant'
import { DraftKeeper, type SavingReport } from '@/lib/drafting/draft-keeper'
import { type Decision, settle } from '@/lib/merging/resolve-conflict'
import { attachListeners } from './attach-listeners'
import { deviceStorage, isTabAlive, newUuid, pageClock } from './device'
import type { RoomChoices } from './room-choices'
import { deskTransport } from './transport'

/** What the room knows of its article beside the text. */
export type SessionArticle = Omit<OpenedArticle, 'manuscript'>

/** Whether whoever is here may write in it; a draft that was thrown away has to come back first. */
export function isWritable({ can, deletedAt }: SessionArticle): boolean {
  return can['save article'] && deletedAt === null
}

/** What can stand open over the room. */
export type DialogName =
  | 'publish'
  | 'schedule'
  | 'unschedule'
  | 'embargo'
  | 'end'
  | 'bring-out'
  | 'correct'
  | 'discard'
  | 'readdress'
  | 'withdraw'
  | 'submit'
  | 'return'
  | 'translation'
  | 'shortcuts'

/** A place of the manuscript: a field, or an element of the body. */
export interface Place {
  field?: string
  elementId?: string
}

/** After a save, this long without another. */
const CRAWLERS_VIEW_DELAY_MS = 2000

type SaveOutcome = { ok: true; version: number } | { ok: false; problems: Problem[] }

/**
 * One article open for writing: the text as it is on the screen, what becomes of it, and what can be asked about it.
 * It stands outside of the components, so that a key struck draws only what shows it.
 */
export class ArticleSession {
  readonly id: number
  readonly choices: RoomChoices
  readonly names: Names
  /** The name of whoever is here. */
  readonly editorName: string
  readonly tab = newUuid()
  article: SessionArticle
  savingReport: SavingReport
  others: Presence[] = []
  checklist: Checklist | null = null
  /** The story as crawlers see it; null until that was asked for. */
  crawlersView: CrawlersView | null = null
  dialog: DialogName | null = null
  /** What was done last, in words. */
  confirmation = ''
  /** Whether words of an earlier visit were brought back into the text. */
  hasRestoredDraft = false
  readonly #keeper: DraftKeeper
  readonly #listeners = new Set<() => void>()
  readonly #clockAhead: number
  #editor: StoryEditorHandle | null = null
  #isShowing = false
  /** Where the focus was when the open question was asked. */
  #askedFrom: Element | null = null
  /** The instant for which the open question wants the checklist; undefined for now. */
  #checkedFor: number | undefined = undefined
  #checks = 0
  #looking: ReturnType<typeof setTimeout> | undefined

  constructor(
    { manuscript, ...story }: OpenedArticle,
    { editor, choices }: { editor: Pick<Editor, 'id' | 'name'>; choices: RoomChoices },
  ) {
    this.id = story.id
    this.article = story
    this.choices = choices
    this.editorName = editor.name
    this.#clockAhead = choices.openedAt - Date.now()
    const nameIn = (named: { id: number; name: string }[], id: number | null, kind: string) =>
      named.find((one) => one.id === id)?.name ?? `${kind} ${id}`
    this.names = {
      section: (id) => nameIn(choices.sections, id, 'Section'),
      topic: (id) => nameIn(choices.topics, id, 'Topic'),
      byline: ({ authorId, name }) => name ?? nameIn(choices.authors, authorId, 'Author'),
    }
    this.#keeper = new DraftKeeper({
      ...{ articleId: story.id, writer: editor.id, tab: this.tab, opened: { ...story, manuscript } },
      storage: deviceStorage,
      transport: deskTransport(story.id, (opened) => this.#learn(opened)),
      clock: pageClock,
      newKey: newUuid,
      isAlive: isTabAlive,
      show: (shown) => this.#show(shown),
      tell: (report) => this.#heard(report),
    })
    this.savingReport = this.#keeper.report
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get manuscript(): Manuscript {
    return this.#keeper.manuscript
  }

  /** The instant by the site's clock. */
  now(): Date {
    return new Date(Date.now() + this.#clockAhead)
  }

  /** Begins to keep what is typed and to say who is here; answers what ends it. */
  open(): () => void {
    void this.#takeOver()
    void this.loadChecklist()
    this.#lookSoon()
    if (isWritable(this.article) && isBlank(this.manuscript)) this.goTo({ field: 'headline' })
    const end = attachListeners(this, this.#keeper)
    return () => {
      clearTimeout(this.#looking)
      end()
    }
  }

  /** The editor of the text, once it is there. */
  readonly attachEditor = (editor: StoryEditorHandle | null): void => {
    this.#editor = editor
  }

  /** What was typed or chosen in a field. */
  change(change: Partial<Manuscript>): void {
    this.#keeper.typed(change)
    this.#changed()
  }

  /** The text after a change in the editor. */
  readonly changeBody = (body: Manuscript['body']): void => {
    if (!this.#isShowing) this.change({ body })
  }

  /** Does what was decided about words set aside, as an edit of the text like any other. */
  resolveConflict(conflict: OpenConflict, decision: Decision): void {
    const before = this.manuscript
    const after = settle(before, conflict, decision, newElementId())
    if (after !== before) {
      this.#keeper.typed(after)
      this.#show(after)
    }
    this.#keeper.settle([conflict.id])
  }

  showDialog(question: DialogName | null): void {
    if (question) {
      this.confirmation = ''
      if (!this.dialog) this.#askedFrom = document.activeElement
    } else if (this.dialog) setTimeout(() => this.#giveBackFocus())
    this.dialog = question
    this.#checkedFor = undefined
    this.#changed()
  }

  /** Opens the question that publishing is, if this story can be published by whoever is here. */
  showPublishDialog(): void {
    const { state, can, hasUnpublishedChanges, deletedAt } = this.article
    if (deletedAt !== null || this.dialog) return
    if (state === 'published') {
      if (hasUnpublishedChanges && can['change published article']) this.showDialog('bring-out')
    } else if (can[state === 'withdrawn' ? 'republish article' : 'publish article']) this.showDialog('publish')
  }

  /** Sends what is typed, and answers the version that the server then has. */
  async saveNow(): Promise<SaveOutcome> {
    if (await this.#keeper.isSavedNow()) return { ok: true, version: this.savingReport.version }
    const { state } = this.savingReport
    if (state.kind === 'refused') return { ok: false, problems: state.problems }
    const message = 'What was typed has not reached the server yet. It is kept; please try again in a moment.'
    return { ok: false, problems: [{ field: '', message }] }
  }

  /** Asks the server for a deed to this version of the story. */
  async perform(deed: ArticleAction, version: number): Promise<{ ok: true } | { ok: false; problems: Problem[] }> {
    const { path, ...said } = deed
    const told = await deskRequest<{ version: number }>('POST', this.#address(path), { ...said, version })
    await this.reload()
    if (told.ok) {
      this.showDialog(null)
      this.confirmation = confirmationOf(deed, this.article.state)
      this.#changed()
      return { ok: true }
    }
    if (!told.conflict) return { ok: false, problems: told.problems }
    const { savedBy, savedAt } = told.conflict
    const when = nearInstant(new Date(savedAt), { now: this.now(), timeZone: this.choices.timeZone })
    const message = `${savedBy} saved this story meanwhile, at ${when}. Those changes are in the text now: look at them, then ask again.`
    return { ok: false, problems: [{ field: '', message }] }
  }

  /** Learns anew how things stand at the server. */
  async reload(): Promise<void> {
    const told = await deskRequest<OpenedArticle>('GET', this.#address())
    if (!told.ok) return
    this.#learn(told.answer)
    this.#keeper.heardOf(told.answer.version)
    void this.loadChecklist()
    this.#lookSoon()
  }

  /** Asks what is missing, now or for the time at which the story is to be public; that holds while a question is open. */
  async loadChecklist(at = this.#checkedFor): Promise<void> {
    this.#checkedFor = at
    this.#checks += 1
    const check = this.#checks
    const told = await deskRequest<Checklist>('GET', `${this.#address('checklist')}${at ? `?at=${at}` : ''}`)
    // Answers may overtake each other.
    if (!told.ok || check !== this.#checks) return
    this.checklist = told.answer
    this.#changed()
  }

  /** Asks how crawlers see the story as the server has it. */
  async loadCrawlersView(): Promise<void> {
    clearTimeout(this.#looking)
    const told = await deskRequest<{ view: CrawlersView | null }>('GET', this.#address('crawler-check'))
    const known = this.crawlersView?.version ?? 0
    // Answers may overtake each other.
    if (!told.ok || (told.answer.view && told.answer.view.version < known)) return
    this.crawlersView = told.answer.view
    this.#changed()
  }

  setPresence(others: Presence[]): void {
    this.others = others
    this.#changed()
  }

  /** Where readers will find the story as it is now; null while it has no section. */
  readerPath(): string | null {
    const section = this.sectionSlug()
    return section && articlePath({ section, slug: this.manuscript.slug, id: this.id })
  }

  sectionSlug(): string | null {
    return this.choices.sections.find(({ id }) => id === this.manuscript.sectionId)?.slug ?? null
  }

  /** Closes whatever stands open and leads to a place. */
  closeDialogAndGoTo({ code, field, elementId }: Place & { code?: string }): void {
    this.#askedFrom = null
    this.showDialog(null)
    // The dialog is gone by then.
    setTimeout(() => {
      if (code === 'conflict') this.goTo({ field: 'conflicts' })
      else if (code === 'no-alt' && field === 'leadMediaId') this.goTo({ field: 'leadWords' })
      else this.goTo({ field, elementId })
    })
  }

  goTo({ field, elementId }: Place): void {
    if (elementId !== undefined) this.#editor?.focusElement(elementId)
    else if (field === 'body') document.querySelector<HTMLElement>('[role="textbox"][contenteditable]')?.focus()
    else focusable(document.getElementById(`room-${field}`))?.focus()
  }

  /** To where the question was asked from, or, when that is not there any more, to what can be done now. */
  #giveBackFocus(): void {
    const from = this.#askedFrom
    this.#askedFrom = null
    if (from instanceof HTMLElement && from !== document.body) {
      if (from.isConnected) from.focus()
      else document.getElementById('room-panel')?.focus()
    }
  }

  async #takeOver(): Promise<void> {
    await this.#keeper.takeOver()
    if (this.#keeper.report.state.kind === 'saved') return
    this.hasRestoredDraft = true
    this.#changed()
  }

  #learn({ manuscript: _, ...story }: OpenedArticle): void {
    if (story.version < this.article.version) return
    this.article = { ...story, conflicts: this.#keeper.report.conflicts }
    this.#changed()
  }

  #heard(report: SavingReport): void {
    const before = this.savingReport
    this.savingReport = report
    if (report.conflicts !== before.conflicts) this.article = { ...this.article, conflicts: report.conflicts }
    // A save of this room: what was asked for anew has told its version already.
    if (report.version > this.article.version) {
      const { state, hasUnpublishedChanges } = this.article
      const isAside = state === 'published' || state === 'scheduled'
      this.article = {
        ...this.article,
        version: report.version,
        hasUnpublishedChanges: hasUnpublishedChanges || isAside,
      }
    }
    if (report.version > before.version) {
      void this.loadChecklist()
      this.#lookSoon()
    }
    this.#changed()
  }

  /** Puts a text with others' changes in it on the screen; it is there when this returns. */
  #show(manuscript: Manuscript): void {
    this.#isShowing = true
    this.#editor?.applyBody(manuscript.body)
    this.#isShowing = false
    flushSync(() => this.#changed())
  }

  /** A page is made to be looked at: once the typing pauses. */
  #lookSoon(): void {
    clearTimeout(this.#looking)
    this.#looking = setTimeout(() => void this.loadCrawlersView(), CRAWLERS_VIEW_DELAY_MS)
  }

  #changed(): void {
    for (const listener of this.#listeners) listener()
  }

  #address(path = ''): string {
    return `/api/desk/articles/${this.id}${path && `/${path}`}`
  }
}

/** Whether nothing is written yet, so that the first thing to do is to write a headline. */
function isBlank({ headline, standfirst, body }: Manuscript): boolean {
  return headline === '' && standfirst === '' && body.length === 0
}

/** The control in a part of the page, or the part itself. */
function focusable(part: HTMLElement | null): HTMLElement | null {
  return part?.matches('input, select, textarea, button')
    ? part
    : (part?.querySelector('input, select, textarea, button') ?? part)
}
