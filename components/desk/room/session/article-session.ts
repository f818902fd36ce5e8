import { flushSync } from 'react-dom'
import { AnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import { newElementId } from '@/components/desk/editor/document/element-ids'
import type { StoryEditorHandle } from '@/components/desk/editor/story-editor'
import { type ArticleAction, confirmationOf } from '@/components/desk/room/actions/article-action'
import type { Names } from '@/components/desk/room/status/conflict-text'
import { tellOfCleaning } from '@/components/desk/tell-of-cleaning'
import type { Editor } from '@/lib/accounts/permissions'
import { articlePath } from '@/lib/addresses/paths'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Checklist } from '@/lib/desk/articles/checklist'
import type { CrawlersView } from '@/lib/desk/articles/crawlers-view'
import type { OpenConflict } from '@/lib/desk/articles/open-conflict'
import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import type { Presence } from '@/lib/desk/articles/presence'
import { nearInstant } from '@/lib/desk/near-instant'
import type { Problem } from '@/lib/desk/refusal'
import { DraftKeeper, type SavingReport } from '@/lib/drafting/draft-keeper'
import { type Decision, resolveConflict } from '@/lib/merging/resolve-conflict'
import type { Picture } from '@/lib/pictures/picture'
import { cleanValue } from '@/lib/text/clean-value'
import { cleaningsBetween } from '@/lib/text/cleaning-words'
import { attachListeners } from './attach-listeners'
import { deviceStorage, isTabAlive, newUuid, pageClock } from './device'
import type { DialogName } from './dialog-name'
import { type AnswersOfOpening, FirstAnswers } from './first-answers'
import { focusField, type Place, placeOf } from './place'
import type { Named, RoomChoices } from './room-choices'
import { isWritable, type SessionArticle } from './session-article'
import { deskTransport } from './transport'

/** Dialogs that ask to bring the story before readers, or before an editor. */
const PUBLISHING: readonly DialogName[] = ['publish', 'schedule', 'submit', 'publish-changes']

/** How long after a save the crawlers' view is loaded, unless another save follows. */
const CRAWLERS_VIEW_DELAY_MS = 2000

interface Opening {
  editor: Pick<Editor, 'id' | 'name'>
  choices: RoomChoices
  /** What came with the page; without it the server is asked. */
  answers?: AnswersOfOpening
}

/** By then every part of the room has asked for what came with the page. */
const OPENING_MS = 1000

type SaveOutcome = { ok: true; version: number } | { ok: false; problems: Problem[] }

/**
 * One article open for writing: its text, how far it is saved, and what the server says about it. The state lives outside
 * of the components, so that typing renders only the components that show what changed.
 */
export class ArticleSession {
  readonly id: number
  readonly choices: RoomChoices
  readonly names: Names
  /** The name of the signed-in editor. */
  readonly editorName: string
  readonly tab = newUuid()
  readonly firstAnswers: FirstAnswers
  article: SessionArticle
  savingReport: SavingReport
  others: Presence[] = []
  checklist: Checklist | null = null
  /** The story as crawlers see it; null until it is loaded. */
  crawlersView: CrawlersView | null = null
  dialog: DialogName | null = null
  /** What the last action did, in a sentence; empty when there is nothing to confirm. */
  confirmation = ''
  isCompositionOpen = false
  /** Whether somebody has asked here to publish, schedule or submit the story. */
  hasTriedToPublish = false
  /** The picture whose words were changed last; null while none was. */
  describedPicture: Picture | null = null
  /** Whether text of an earlier visit, which the server did not have, was restored. */
  hasRestoredDraft = false
  /** The commands of the text; null until its editor is mounted. */
  editor: StoryEditorHandle | null = null
  readonly #keeper: DraftKeeper
  readonly #listeners = new Set<() => void>()
  readonly #clockAhead: number
  #isApplyingBody = false
  /** The instant, in milliseconds since 1970, for which the open dialog wants the checklist; undefined for now. */
  #checklistAt: number | undefined = undefined
  #crawlersViewTimer: ReturnType<typeof setTimeout> | undefined
  readonly #articleAnswers = new AnswersInOrder()
  readonly #checklistAnswers = new AnswersInOrder()
  readonly #crawlersAnswers = new AnswersInOrder()
  /** Fulfilled when the reload that was asked for last is. */
  #reloading: Promise<void> = Promise.resolve()

  constructor({ manuscript, ...article }: OpenedArticle, { editor, choices, answers = {} }: Opening) {
    this.firstAnswers = new FirstAnswers(answers)
    this.id = article.id
    this.article = article
    this.choices = { ...choices, topics: [...choices.topics], authors: [...choices.authors] }
    this.editorName = editor.name
    this.#clockAhead = choices.openedAt - Date.now()
    const nameIn = (named: { id: number; name: string }[], id: number | null, kind: string) =>
      named.find((one) => one.id === id)?.name ?? `${kind} ${id}`
    this.names = {
      section: (id) => nameIn(choices.sections, id, 'Section'),
      topic: (id) => nameIn(this.choices.topics, id, 'Topic'),
      byline: ({ authorId, name }) => name ?? nameIn(this.choices.authors, authorId, 'Author'),
    }
    this.#keeper = new DraftKeeper({
      articleId: article.id,
      writer: editor.id,
      tab: this.tab,
      opened: { ...article, manuscript },
      storage: deviceStorage,
      transport: deskTransport(article.id, (opened) => this.#updateArticle(opened)),
      clock: pageClock,
      newKey: newUuid,
      isAlive: isTabAlive,
      onMerged: (manuscript) => this.#applyManuscript(manuscript),
      onReport: (report) => this.#updateSavingReport(report),
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

  /** The current time by the site's clock; the browser's may be wrong. */
  now(): Date {
    return new Date(Date.now() + this.#clockAhead)
  }

  /** Restores unsaved text of an earlier visit, and begins to save and to report presence; the returned function ends that. */
  open(): () => void {
    void this.#restoreDraft()
    void this.loadChecklist()
    const opening = setTimeout(() => this.firstAnswers.drop(), OPENING_MS)
    this.#loadCrawlersViewSoon()
    if (isWritable(this.article) && isBlank(this.manuscript)) this.goTo({ field: 'headline' })
    const end = attachListeners(this, this.#keeper)
    return () => {
      clearTimeout(opening)
      clearTimeout(this.#crawlersViewTimer)
      end()
    }
  }

  /** Takes the editor of the text once it is mounted; null when it is unmounted. */
  readonly attachEditor = (editor: StoryEditorHandle | null): void => {
    this.editor = editor
  }

  /** Takes what was typed or chosen in a field. */
  change(change: Partial<Manuscript>): void {
    // A text that changed under an input method would end its composition.
    const cleaned = this.isCompositionOpen ? change : cleanValue(change)
    this.#keeper.edit(cleaned)
    if (cleaned.body !== change.body) this.#applyManuscript(this.manuscript)
    this.#notify()
    if (cleaned !== change) tellOfCleaning(cleaningsBetween(change, cleaned))
  }

  /** Takes a topic or an author that was made in this room among what can be chosen. */
  addChoice(kind: 'topics' | 'authors', made: Named): void {
    if (this.choices[kind].some(({ id }) => id === made.id)) return
    this.choices[kind].push(made)
    this.#notify()
  }

  /** Cleans what an input method has composed. */
  cleanTyped(): void {
    const { manuscript } = this
    if (cleanValue(manuscript) !== manuscript) this.change(manuscript)
  }

  /** Takes the text after a change in the editor. */
  readonly changeBody = (body: Manuscript['body']): void => {
    if (!this.#isApplyingBody) this.change({ body })
  }

  /** Applies a decision about a version that was set aside, as an edit of the text like any other. */
  resolveConflict(conflict: OpenConflict, decision: Decision): void {
    const before = this.manuscript
    const after = resolveConflict(before, conflict, decision, newElementId())
    if (after !== before) {
      this.#keeper.edit(after)
      this.#applyManuscript(after)
    }
    this.#keeper.resolveConflicts([conflict.id])
    // Its buttons are gone: on to the next conflict, or to what was decided about.
    if (this.article.conflicts.length) document.getElementById('room-conflicts')?.focus()
    else this.goTo(placeOf(conflict.place))
  }

  /** Opens a dialog; null closes the open one, and the focus goes back to where it was before. */
  showDialog(dialog: DialogName | null): void {
    if (dialog) this.confirmation = ''
    if (dialog && PUBLISHING.includes(dialog)) this.hasTriedToPublish = true
    this.dialog = dialog
    this.#checklistAt = undefined
    // At once, so that the next key is for what has the focus then.
    flushSync(() => this.#notify())
  }

  /** Opens the dialog that publishes the story or its changes, if the signed-in editor may do that. */
  showPublishDialog(): void {
    const { state, can, hasUnpublishedChanges, deletedAt } = this.article
    if (deletedAt !== null || this.dialog) return
    if (state === 'published') {
      if (hasUnpublishedChanges && can['change published article']) this.showDialog('publish-changes')
    } else if (can[state === 'withdrawn' ? 'republish article' : 'publish article']) this.showDialog('publish')
  }

  /** Saves at once; returns the version that the server has then. */
  async saveNow(): Promise<SaveOutcome> {
    if (await this.#keeper.isSavedNow()) return { ok: true, version: this.savingReport.version }
    const { state } = this.savingReport
    if (state.kind === 'refused') return { ok: false, problems: state.problems }
    const message = 'What was typed has not reached the server yet. It is kept; please try again in a moment.'
    return { ok: false, problems: [{ field: '', message }] }
  }

  /** Performs an action on this version of the article; fails when somebody saved another one meanwhile. */
  async perform(action: ArticleAction, version: number): Promise<{ ok: true } | { ok: false; problems: Problem[] }> {
    const { path, ...input } = action
    const response = await this.#articleAnswers.change(() =>
      deskRequest(`POST /api/desk/articles/[id]/${path}`, { params: { id: this.id }, input: { ...input, version } }),
    )
    await this.reload()
    if (response.ok) {
      this.showDialog(null)
      this.confirmation = confirmationOf(action, this.article.state)
      this.#notify()
      return { ok: true }
    }
    if (!response.conflict) return { ok: false, problems: response.problems }
    const { savedBy, savedAt } = response.conflict
    const when = nearInstant(new Date(savedAt), { now: this.now(), timeZone: this.choices.timeZone })
    const message = `${savedBy} saved this story meanwhile, at ${when}. Those changes are in the text now: look at them, then ask again.`
    return { ok: false, problems: [{ field: '', message }] }
  }

  /** Loads the article's state again. */
  reload(): Promise<void> {
    this.#reloading = this.#load()
    return this.#reloading
  }

  async #load(): Promise<void> {
    const response = await this.#articleAnswers.read(() =>
      deskRequest('GET /api/desk/articles/[id]', { params: { id: this.id } }),
    )
    // Another reload was asked for meanwhile: its answer counts for both.
    if (response === null) return this.#reloading
    if (!response.ok) return
    this.#updateArticle(response.answer)
    this.#keeper.noticeVersion(response.answer.version)
    void this.loadChecklist()
    this.#loadCrawlersViewSoon()
  }

  /**
   * Loads the checklist for now, or for the instant at which the story is to become public. That instant holds for every
   * later load while the dialog is open.
   */
  async loadChecklist(at = this.#checklistAt): Promise<void> {
    this.#checklistAt = at
    const address = 'GET /api/desk/articles/[id]/checklist'
    const response = await this.#checklistAnswers.read(
      () =>
        this.firstAnswers.take(address) ?? deskRequest(address, { params: { id: this.id }, input: at ? { at } : {} }),
    )
    if (!response?.ok) return
    this.checklist = response.answer
    this.#notify()
  }

  /**
   * The words or the rights of a picture changed, which are no part of the text: every place that shows it gets them, and
   * what depends on them is loaded again. Without the picture, it changed elsewhere.
   */
  noticeDescribedPicture(picture?: Picture): void {
    if (picture) {
      this.describedPicture = picture
      this.editor?.showPicture(picture)
      this.#notify()
    }
    void this.loadChecklist()
    this.#loadCrawlersViewSoon()
  }

  /** Loads how crawlers see the saved version. */
  async loadCrawlersView(): Promise<void> {
    clearTimeout(this.#crawlersViewTimer)
    const response = await this.#crawlersAnswers.read(() =>
      deskRequest('GET /api/desk/articles/[id]/crawler-check', { params: { id: this.id } }),
    )
    if (!response?.ok) return
    this.crawlersView = response.answer.view
    this.#notify()
  }

  /** Another version was seen on the server: its state and rights are taken over, and the keeper merges its text. */
  noticeVersion(version: number): void {
    if (version > this.article.version) void this.reload()
  }

  setPresence(others: Presence[]): void {
    this.others = others
    this.#notify()
  }

  /** The path at which readers would find the story; null while it has no section. */
  readerPath(): string | null {
    const section = this.sectionSlug()
    return section && articlePath({ section, slug: this.manuscript.slug, id: this.id })
  }

  sectionSlug(): string | null {
    return this.choices.sections.find(({ id }) => id === this.manuscript.sectionId)?.slug ?? null
  }

  /** Closes the open dialog and focuses a place of the story. */
  closeDialogAndGoTo({ code, field, elementId }: Place & { code?: string }): void {
    this.showDialog(null)
    if (code === 'conflict') this.goTo({ field: 'conflicts' })
    else if (code === 'no-alt' && field === 'leadMediaId') this.goTo({ field: 'leadWords' })
    else this.goTo({ field, elementId })
  }

  goTo({ field, elementId }: Place): void {
    if (elementId !== undefined) this.editor?.focusElement(elementId)
    else focusField(field)
  }

  async #restoreDraft(): Promise<void> {
    await this.#keeper.adoptOrphanedDrafts()
    if (this.#keeper.report.state.kind === 'saved') return
    this.hasRestoredDraft = true
    this.#notify()
  }

  #updateArticle({ manuscript: _, ...article }: OpenedArticle): void {
    if (article.version < this.article.version) return
    const couldWrite = isWritable(this.article)
    this.article = { ...article, conflicts: this.#keeper.report.conflicts }
    this.#notify()
    // What was refused meanwhile is kept, and may be saved again.
    if (!couldWrite && isWritable(this.article)) this.#keeper.retry()
  }

  #updateSavingReport(report: SavingReport): void {
    const before = this.savingReport
    this.savingReport = report
    if (report.conflicts !== before.conflicts) this.article = { ...this.article, conflicts: report.conflicts }
    // Saved by this session: a version that was loaded is in the article already.
    if (report.version > this.article.version) {
      const { state, hasUnpublishedChanges } = this.article
      const isKeptApart = state === 'published' || state === 'scheduled'
      this.article = {
        ...this.article,
        version: report.version,
        hasUnpublishedChanges: hasUnpublishedChanges || isKeptApart,
      }
    }
    // Rights that changed elsewhere, such as by sending the story to review, change here.
    if (report.state.kind === 'refused' && before.state.kind !== 'refused') void this.reload()
    if (report.version > before.version) {
      void this.loadChecklist()
      this.#loadCrawlersViewSoon()
    }
    this.#notify()
  }

  /** Renders a text with changes of others in it; it is on the screen when this returns. */
  #applyManuscript(manuscript: Manuscript): void {
    this.#isApplyingBody = true
    this.editor?.applyBody(manuscript.body)
    this.#isApplyingBody = false
    flushSync(() => this.#notify())
  }

  /** The server renders the page for this, so it is asked for only when typing pauses. */
  #loadCrawlersViewSoon(): void {
    clearTimeout(this.#crawlersViewTimer)
    this.#crawlersViewTimer = setTimeout(() => void this.loadCrawlersView(), CRAWLERS_VIEW_DELAY_MS)
  }

  #notify(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** Whether nothing is written yet, so that the headline gets the focus. */
function isBlank({ headline, standfirst, body }: Manuscript): boolean {
  return headline === '' && standfirst === '' && body.length === 0
}
