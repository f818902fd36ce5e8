import { and, eq } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { logAction } from '@/db/audit/log'
import { invalidate } from '@/db/store/invalidation'
import { timelineRemovals, timelineStories, timelines } from '@/db/store/linking-schema'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { insertable, isOneOf } from '@/db/store/value-lists'
import { regroup } from '@/db/timelines/regroup'
import { timelineById, timelineIdOf } from '@/db/timelines/timelines'
import { chosenSlug, slugFrom, timelinePath } from '@/lib/addresses/paths'
import { changesInWords } from '@/lib/audit/changes-in-words'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { tags } from '@/lib/pages/tags'
import { primaryLanguage } from '@/lib/paper/language'

interface Typed {
  name: string
  /** Empty: made from the name. */
  slug: string
  introduction: string
}

/**
 * Puts a timeline with these stories into the paper, or says why it cannot be: its address is taken, or a story is in another
 * timeline or another language. `without` are stories that were offered and that the site never puts into it. Who added it,
 * and each story, is `by`; null for the site itself.
 */
export async function makeTimeline(
  db: Writer,
  {
    storyIds,
    without = [],
    by,
    now,
    ...typed
  }: Typed & { storyIds: readonly number[]; without?: readonly number[]; by: { name: string } | null; now: Date },
): Promise<{ id: number; slug: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const { name, introduction } = typed
    const slug = chosenSlug(typed.slug, { name, own: null })
    const problem = await timelineAddressProblem(tx, { slug, self: null })
    if (problem) return refuse('slug', problem)
    const stories = await storiesByIds(tx, storyIds)
    const [first] = stories
    if (!first) return refuse('stories', 'Choose at least one story.')
    const barred = await barredStory(tx, { stories, language: first.language, self: null })
    if (barred) return barred
    const [row] = await tx
      .insert(timelines)
      .values({ slug, name, introduction, language: first.language, createdAt: now, createdBy: by?.name ?? null })
      .returning({ id: timelines.id })
    if (!row) throw new Error(`timeline "${slug}" was not added`)
    await putStories(tx, { id: row.id, storyIds, by, now })
    await barStories(tx, { id: row.id, storyIds: without, by: by?.name ?? '', now })
    await claimPath(tx, { path: timelinePath(slug), now })
    await regroup(tx, [...storyIds, ...without])
    const detail = storiesInWords(stories.length)
    await logAction(tx, { action: 'timeline added', thing: { id: row.id, name }, detail, now })
    return { id: row.id, slug }
  })
}

/** Changes what is given of timeline `id`; what is left out stays. null when it does not exist. */
export async function changeTimeline(
  db: Writer,
  {
    id,
    changes,
    now,
  }: {
    id: number
    changes: { [Field in keyof Typed]?: Typed[Field] | undefined } & { leadId?: number | null | undefined }
    now: Date
  },
): Promise<Record<string, never> | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const present = await timelineById(tx, id)
    if (!present) return null
    const name = changes.name ?? present.name
    const introduction = changes.introduction ?? present.introduction
    const slug = chosenSlug(changes.slug ?? present.slug, { name, own: present.slug })
    const problem = await timelineAddressProblem(tx, { slug, self: id })
    if (problem) return refuse('slug', problem)
    const leadId = changes.leadId === undefined ? present.leadId : changes.leadId
    if (leadId !== null && leadId !== present.leadId && (await timelineIdOf(tx, leadId)) !== id) {
      return refuse('lead', 'Only a story of the timeline can stand first in it.')
    }
    const before = {
      name: present.name,
      slug: present.slug,
      introduction: present.introduction,
      first: present.leadId ?? 'newest',
    }
    const detail = changesInWords(before, { name, slug, introduction, first: leadId ?? 'newest' })
    if (!detail) return {}
    await tx.update(timelines).set({ name, slug, introduction, leadId }).where(eq(timelines.id, id))
    await movePath(tx, { from: timelinePath(present.slug), to: timelinePath(slug), now })
    await invalidate(tx, [tags.timeline(id), tags.timelines], now)
    await logAction(tx, { action: 'timeline changed', thing: { id, name }, detail, now })
    return {}
  })
}

/** Why `slug` cannot be that of timeline `self` (null: of a new one), in an editor's words; null when it can. */
export async function timelineAddressProblem(
  db: Reader,
  { slug, self }: { slug: string; self: number | null },
): Promise<string | null> {
  const [other] = await db.select({ id: timelines.id }).from(timelines).where(eq(timelines.slug, slug))
  if (other && other.id === self) return null
  if (slug === '' || slug !== slugFrom(slug)) return 'Use lower-case letters, digits and single dashes.'
  return other ? `Another timeline has the address “${slug}”.` : null
}

/** A story as it is put into a timeline. */
interface NamedStory {
  id: number
  headline: string
  language: string
}

/** Those of `ids` that exist, in the order of `ids`. */
export async function storiesByIds(db: Reader, ids: readonly number[]): Promise<NamedStory[]> {
  const rows = await db
    .select({ id: articles.id, headline: articles.headline, language: articles.language })
    .from(articles)
    .where(isOneOf(articles.id, ids))
  const found = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => found.get(id) ?? [])
}

/** Why one of `stories` cannot be in timeline `self` (null: in a new one), which is in `language`; null when all can. */
export async function barredStory(
  db: Reader,
  { stories, language, self }: { stories: readonly NamedStory[]; language: string; self: number | null },
): Promise<Refusal | null> {
  for (const { id, headline, language: written } of stories) {
    const other = await timelineIdOf(db, id)
    if (other !== null && other !== self) {
      const name = (await timelineById(db, other))?.name ?? ''
      return refuse('stories', `“${headline}” is in the timeline “${name}”. Take it out there first.`)
    }
    if (primaryLanguage(written) !== primaryLanguage(language)) {
      return refuse('stories', `“${headline}” is in another language. A timeline has stories of one language.`)
    }
  }
  return null
}

/** Adds stories, which are in no other timeline, to timeline `id`; those that are in it stay as they are. */
export async function putStories(
  tx: Transaction,
  { id, storyIds, by, now }: { id: number; storyIds: readonly number[]; by: { name: string } | null; now: Date },
): Promise<void> {
  const rows = [...new Set(storyIds)].map((articleId) => ({
    articleId,
    timelineId: id,
    addedAt: now,
    addedBy: by?.name ?? null,
  }))
  for (const part of insertable(rows)) await tx.insert(timelineStories).values(part).onConflictDoNothing()
  await unbarStories(tx, { id, storyIds })
  await invalidate(tx, [tags.timelineList(id), tags.timelines, ...storyIds.map(tags.timelineOf)], now)
}

/** Keeps the site from ever putting these stories into timeline `id`. */
export async function barStories(
  tx: Transaction,
  { id, storyIds, by, now }: { id: number; storyIds: readonly number[]; by: string; now: Date },
): Promise<void> {
  const rows = storyIds.map((articleId) => ({ timelineId: id, articleId, removedAt: now, removedBy: by }))
  for (const part of insertable(rows)) await tx.insert(timelineRemovals).values(part).onConflictDoNothing()
}

async function unbarStories(
  tx: Transaction,
  { id, storyIds }: { id: number; storyIds: readonly number[] },
): Promise<void> {
  for (const articleId of storyIds) {
    await tx.delete(timelineRemovals).where(isRemoval({ id, articleId }))
  }
}

function isRemoval({ id, articleId }: { id: number; articleId: number }) {
  return and(eq(timelineRemovals.timelineId, id), eq(timelineRemovals.articleId, articleId))
}

/** "1 story", "5 stories". */
export function storiesInWords(count: number): string {
  return count === 1 ? '1 story' : `${count} stories`
}
