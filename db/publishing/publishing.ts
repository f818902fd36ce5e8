import { desc, eq } from 'drizzle-orm'
import {
  type ArticleSave,
  changeArticle,
  type StoredArticle,
  saveIfChanged,
  storedArticle,
} from '@/db/editing/article-change'
import { type ArticleDraft, type Conflict, conflictOf, revisedBy, type Saved, unreadyIn } from '@/db/editing/writing'
import { type Db, inTransaction, invalidate } from '@/db/store/open'
import { corrections } from '@/db/store/schema'
import type { Manuscript } from '@/lib/article/manuscript'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'

/** Which article, who acts, and when. Every verb throws when there is no such article. */
interface Act {
  id: number
  by: string
  now: Date
}

/** What a verb that brings an article before readers can be told beside. */
interface Words {
  /** The text under work, to be brought out with it; left out, the article's own. */
  words?: Manuscript
}

/** Makes an unpublished or scheduled article public at once. A public one stays as it is. */
export async function publish(db: Db, { words, ...act }: Act & Words): Promise<Saved | Refusal> {
  return perform(db, act, { reason: 'published' }, ({ snapshot: before, embargoUntil }) => {
    const { now } = act
    if (before.state === 'published') return before
    const snapshot = withWords(before, words)
    if (snapshot.state === 'withdrawn') return refuse('state', 'This story was withdrawn. Republish it instead.')
    if (embargoUntil && embargoUntil > now) {
      return refuse('embargoUntil', 'The story is under embargo. Schedule it for when the embargo has ended.')
    }
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    return { ...snapshot, state: 'published', publishedAt: now.getTime(), updatedAt: null }
  })
}

/** Makes an unpublished article public by time alone, at the instant `at`; a scheduled one gets another instant. */
export async function schedule(db: Db, { at, ...act }: Act & { at: Date }): Promise<Saved | Refusal> {
  return perform(db, act, { reason: 'scheduled' }, ({ snapshot, embargoUntil }) => {
    if (snapshot.state === 'published') return refuse('state', 'This story is public already.')
    if (snapshot.state === 'withdrawn') return refuse('state', 'This story was withdrawn. Republish it instead.')
    if (at <= act.now) return refuse('publishedAt', 'Choose a time that is still to come, or publish the story now.')
    if (embargoUntil && at < embargoUntil) {
      return refuse('publishedAt', 'The story is under embargo until later than this.')
    }
    if (snapshot.withdrawnAt !== null && snapshot.withdrawnAt <= at.getTime()) {
      return refuse('publishedAt', 'The story would be withdrawn before it is public.')
    }
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    return { ...snapshot, state: 'scheduled', publishedAt: at.getTime(), updatedAt: null }
  })
}

/** Makes a scheduled article a draft again. One that was never scheduled stays as it is. */
export async function unschedule(db: Db, act: Act): Promise<Saved | Refusal> {
  return perform(db, act, { reason: 'unscheduled' }, ({ snapshot }) => {
    if (snapshot.state === 'published' || snapshot.state === 'withdrawn') {
      return refuse('state', 'Too late: the story has been public. Withdraw it instead.')
    }
    if (snapshot.state !== 'scheduled') return snapshot
    return { ...snapshot, state: 'draft', publishedAt: null, updatedAt: null, withdrawnAt: null, withdrawalReason: '' }
  })
}

/**
 * Takes a public article out of public view at once; `reason` is what readers are told, empty for nothing.
 * A withdrawn one keeps its instant and takes the reason.
 */
export async function withdraw(db: Db, { reason, ...act }: Act & { reason: string }): Promise<Saved | Refusal> {
  return perform(db, act, { reason: 'withdrawn', remark: reason }, ({ snapshot }) => {
    if (snapshot.state === 'withdrawn') return { ...snapshot, withdrawalReason: reason }
    if (snapshot.state !== 'published') {
      return refuse('state', 'This story has not been public, so there is nothing to withdraw.')
    }
    return { ...snapshot, state: 'withdrawn', withdrawnAt: act.now.getTime(), withdrawalReason: reason }
  })
}

/**
 * Sets the instant `at` from which a public or scheduled article is withdrawn by time alone, and what readers are told
 * then; null takes the end away.
 */
export async function withdrawAt(
  db: Db,
  { at, reason, ...act }: Act & { at: Date | null; reason: string },
): Promise<Saved | Refusal> {
  return perform(db, act, { reason: at ? 'given an end' : 'given no end', remark: reason }, ({ snapshot }) => {
    if (snapshot.state !== 'published' && snapshot.state !== 'scheduled') {
      return refuse('state', 'Only a story that is public or scheduled can be given an end.')
    }
    if (!at) return { ...snapshot, withdrawnAt: null, withdrawalReason: '' }
    if (at <= act.now) return refuse('withdrawnAt', 'Choose a time that is still to come, or withdraw the story now.')
    if (snapshot.publishedAt !== null && at.getTime() <= snapshot.publishedAt) {
      return refuse('withdrawnAt', 'The story would be withdrawn before it is public.')
    }
    return { ...snapshot, withdrawnAt: at.getTime(), withdrawalReason: reason }
  })
}

/** Makes a withdrawn article public again under its first date of publication. A public one stays as it is. */
export async function republish(db: Db, { words, ...act }: Act & Words): Promise<Saved | Refusal> {
  return perform(db, act, { reason: 'republished' }, ({ snapshot: before, embargoUntil }) => {
    if (before.state === 'published') return before
    const snapshot = withWords(before, words)
    if (snapshot.state !== 'withdrawn') return refuse('state', 'This story has not been public. Publish it instead.')
    if (embargoUntil && embargoUntil > act.now) return refuse('embargoUntil', 'The story is under embargo.')
    const problems = unreadyIn(snapshot)
    if (problems.length) return { problems }
    const publishedAt = snapshot.publishedAt ?? act.now.getTime()
    return { ...snapshot, state: 'published', publishedAt, withdrawnAt: null, withdrawalReason: '' }
  })
}

interface Change extends Act {
  change?: Partial<ArticleDraft>
  /** The version that the editor saw; left out, whatever is there is changed. */
  basedOn?: number
}

/** Brings new facts into a public article and dates it anew for readers. */
export async function update(db: Db, change: Change): Promise<Saved | Refusal | Conflict> {
  return inTransaction(db, async (tx) => changePublic(tx, change, { reason: 'updated' }))
}

/**
 * Puts an error in a public article right, with a note that readers see, and dates it anew.
 * The note that stands last on the article already is not added twice, and nothing else happens then.
 */
export async function correct(
  db: Db,
  { note, ...change }: Change & { note: string },
): Promise<Saved | Refusal | Conflict> {
  const words = note.trim()
  if (!words) return refuse('note', 'Say what was wrong and what is right.')
  const { id, now } = change
  return inTransaction(db, async (tx) => {
    const [last] = await tx
      .select({ note: corrections.note })
      .from(corrections)
      .where(eq(corrections.articleId, id))
      .orderBy(desc(corrections.correctedAt), desc(corrections.id))
      .limit(1)
    if (last?.note === words) return { version: (await storedArticle(tx, id, now)).version }
    const saved = await changePublic(tx, change, { reason: 'corrected', remark: words })
    if (!('version' in saved)) return saved
    await tx.insert(corrections).values({ articleId: id, note: words, correctedAt: now })
    await invalidate(tx, [tags.article(id), tags.correctionsList], now)
    return saved
  })
}

async function changePublic(
  tx: Db,
  { id, change = {}, basedOn, by, now }: Change,
  why: Pick<ArticleSave, 'reason' | 'remark'>,
): Promise<Saved | Refusal | Conflict> {
  const article = await storedArticle(tx, id, now)
  if (article.snapshot.state !== 'published') return refuse('state', 'Only a public story can be updated or corrected.')
  const conflict = await conflictOf(tx, article, basedOn)
  if (conflict) return conflict
  const revised = await revisedBy(tx, article, change)
  if ('problems' in revised) return revised
  const problems = unreadyIn(revised.after)
  if (problems.length) return { problems }
  const after = { ...revised.after, updatedAt: now.getTime() }
  return { version: await changeArticle(tx, article, { ...revised, ...why, after, by, now }) }
}

/** One transaction around one decision about the article as it stands. */
async function perform(
  db: Db,
  { id, by, now }: Act,
  why: Pick<ArticleSave, 'reason' | 'remark'>,
  decide: (article: StoredArticle) => ArticleSnapshot | Refusal,
): Promise<Saved | Refusal> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    const decision = decide(article)
    if ('problems' in decision) return decision
    return saveIfChanged(tx, article, { ...why, after: decision, by, now })
  })
}

/** The article with other words; its address stays as soon as it was scheduled or public. */
function withWords(snapshot: ArticleSnapshot, words: Manuscript | undefined): ArticleSnapshot {
  if (!words) return snapshot
  return { ...snapshot, ...words, slug: snapshot.publishedAt === null ? words.slug : snapshot.slug }
}
