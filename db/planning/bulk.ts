import { eq } from 'drizzle-orm'
import { deleteDraft, recoverDraft } from '@/db/editing/delete-draft'
import { articleOwnership } from '@/db/editing/ownership'
import { storedArticleIfAny } from '@/db/editing/stored-article'
import { type Conflict, type Saved, withVersionCheck } from '@/db/editing/version-check'
import { saveRevised } from '@/db/editing/writing'
import { changePlan } from '@/db/planning/plans'
import { deskChecks } from '@/db/publishing/checks'
import { publish, schedule, withdraw } from '@/db/publishing/publishing'
import { returnToWriter, submit } from '@/db/publishing/review'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { sections, topics } from '@/db/store/schema'
import { can, type DeskAction, type Editor, type Ownership } from '@/lib/accounts/permissions'
import type { ArticleState } from '@/lib/article/article'
import type { Manuscript } from '@/lib/article/manuscript'
import type { BulkAction, BulkResult, ChosenStory } from '@/lib/desk/bulk/bulk-action'
import { type Refusal, refuse } from '@/lib/desk/refusal'

interface Bulk {
  action: BulkAction
  stories: readonly ChosenStory[]
  editor: Editor
  now: Date
}

/**
 * Does one thing to several stories and tells what became of each, in their order. Each has a transaction of its own, is
 * checked for the rights of `editor` and for the version that they saw, and does not stop the others. What is published or
 * scheduled passes the checklist of the desk, as a single story does.
 */
export async function actInBulk(db: Writer, { stories, ...act }: Bulk): Promise<BulkResult[]> {
  const results: BulkResult[] = []
  for (const story of stories) results.push(await actOnOne(db, { ...act, story }))
  return results
}

interface One extends Omit<Bulk, 'stories'> {
  story: ChosenStory
}

async function actOnOne(db: Writer, one: One): Promise<BulkResult> {
  const { story, editor, action, now } = one
  const { id } = story
  const ownership = await articleOwnership(db, id)
  const article = ownership && (await storedArticleIfAny(db, id, now))
  if (!ownership || !article || !can(editor, 'read article', ownership)) {
    return { id, headline: '', isDone: false, message: 'There is no such story any more.' }
  }
  const { headline } = article.manuscript
  const result = (message: string) => ({ id, headline, isDone: message === '', message })
  if (!isAllowed(editor, { action, ownership, state: article.snapshot.state })) {
    return result('Your role does not allow this.')
  }
  const outcome = await perform(db, one)
  if ('problems' in outcome) return result(outcome.problems.map(({ message }) => message).join(' '))
  if ('conflict' in outcome)
    return result(`${outcome.conflict.savedBy} saved it meanwhile. Look at it, then try again.`)
  return result('')
}

function isAllowed(
  editor: Editor,
  { action, ownership, state }: { action: BulkAction; ownership: Ownership; state: ArticleState },
): boolean {
  const allowed = (name: DeskAction) => can(editor, name, ownership)
  switch (action.kind) {
    case 'assign':
      return allowed('plan articles')
    case 'section':
    case 'add-topic':
    case 'remove-topic':
      return allowed(state === 'draft' || state === 'in-review' ? 'save article' : 'change published article')
    case 'submit':
      return allowed('submit article')
    case 'return':
      return allowed('return article')
    case 'publish':
      return allowed('publish article')
    case 'schedule':
      return allowed('schedule article')
    case 'withdraw':
      return allowed('withdraw article')
    case 'delete':
      return allowed('delete draft')
    case 'recover':
      return allowed('recover draft')
  }
}

async function perform(db: Writer, { action, story, editor: by, now }: One): Promise<Saved | Refusal | Conflict> {
  const act = { id: story.id, basedOn: story.version, by, now }
  switch (action.kind) {
    case 'assign':
      return withVersionCheck(db, act, async (tx, { version }) => {
        const change = { assigneeId: action.assigneeId }
        const plan = await changePlan(tx, { id: story.id, change, by, now })
        return 'problems' in plan ? plan : { version }
      })
    case 'section':
      return file(db, act, async (tx) =>
        (await isThere(tx, sections, action.sectionId)) ? () => ({ sectionId: action.sectionId }) : null,
      )
    case 'add-topic':
      return file(db, act, async (tx) =>
        (await isThere(tx, topics, action.topicId))
          ? ({ topicIds }) => ({
              topicIds: topicIds.includes(action.topicId) ? topicIds : [...topicIds, action.topicId],
            })
          : null,
      )
    case 'remove-topic':
      return file(db, act, async () => ({ topicIds }) => ({ topicIds: topicIds.filter((id) => id !== action.topicId) }))
    case 'submit':
      return submit(db, { ...act, words: action.words })
    case 'return':
      return returnToWriter(db, { ...act, words: action.words })
    case 'publish':
      return publishUnlessPublic(db, act)
    case 'schedule':
      return schedule(db, { ...act, at: action.at, checks: deskChecks() })
    case 'withdraw':
      return withdraw(db, { ...act, reason: action.reason })
    case 'delete':
      return inTransaction(db, async (tx) => {
        const checked = await withVersionCheck(tx, act, async () => null)
        return checked ?? deleteDraft(tx, act)
      })
    case 'recover':
      return recoverDraft(db, act)
  }
}

/** A public story is refused: whoever reads "done" would take its unpublished changes for published. */
async function publishUnlessPublic(
  db: Writer,
  act: { id: number; basedOn: number; by: Editor; now: Date },
): Promise<Saved | Refusal | Conflict> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticleIfAny(tx, act.id, act.now)
    if (article?.snapshot.state === 'published') return refuse('state', 'This story is public already.')
    return publish(tx, { ...act, checks: deskChecks() })
  })
}

/** Changes where a story belongs, in any state; an unknown section or topic is refused. */
async function file(
  db: Writer,
  act: { id: number; basedOn: number; by: Editor; now: Date },
  changeOf: (tx: Reader) => Promise<((manuscript: Pick<Manuscript, 'topicIds'>) => Partial<Manuscript>) | null>,
): Promise<Saved | Refusal | Conflict> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const change = await changeOf(tx)
    if (!change) return refuse('', 'This section or topic does not exist any more.')
    return saveRevised(tx, article, { change: change(article.snapshot), by, now, reason: 'filed' })
  })
}

async function isThere(db: Reader, table: typeof sections | typeof topics, id: number): Promise<boolean> {
  const rows = await db.select({ id: table.id }).from(table).where(eq(table.id, id))
  return rows.length > 0
}
