import { desc, eq } from 'drizzle-orm'
import { addArticle, type StoredArticle, saveIfChanged, storedArticle } from '@/db/editing/article-change'
import { articlesThere } from '@/db/editing/links'
import { picturesByIds } from '@/db/pictures/pictures'
import { type Db, inTransaction } from '@/db/store/open'
import { revisions } from '@/db/store/schema'
import { slugFrom } from '@/lib/addresses/paths'
import { draftBodySchema } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { unfinishedIn } from '@/lib/article/unfinished'
import { type Problem, type Refusal, refuse } from '@/lib/desk/refusal'
import { mediaShown, references } from '@/lib/linking/references'

type Words = Pick<ArticleSnapshot, 'headline' | 'body' | 'sectionId' | 'kind' | 'language'>
type Trimmings = Pick<
  ArticleSnapshot,
  | 'kicker'
  | 'standfirst'
  | 'dateline'
  | 'leadMediaId'
  | 'seoTitle'
  | 'seoDescription'
  | 'translationOfId'
  | 'isUnlisted'
  | 'topicIds'
  | 'bylines'
  | 'slug'
>

/** What a writer hands in: a draft may be as empty as the desk left it. What is left out is empty. */
export interface ArticleDraft extends Words, Partial<Trimmings> {
  /** Left out or null: no embargo. */
  embargoUntil?: Date | null
}

/** Where an article from another system already stands. */
export type EarlierLife = Pick<ArticleSnapshot, 'state'> & {
  createdAt: Date
  publishedAt: Date | null
  updatedAt: Date | null
  withdrawnAt: Date | null
  withdrawalReason: string
}

/** A verb that went through: the version that the article is now at. */
export interface Saved {
  version: number
}

/** Somebody saved since the editor opened the article; nothing was changed. */
export interface Conflict {
  conflict: { version: number; savedBy: string; savedAt: Date }
}

const NO_TRIMMINGS: Omit<Trimmings, 'slug'> = {
  kicker: '',
  standfirst: '',
  dateline: '',
  leadMediaId: null,
  seoTitle: null,
  seoDescription: null,
  translationOfId: null,
  isUnlisted: false,
  topicIds: [],
  bylines: [],
}

const NO_LIFE_YET = {
  state: 'draft' as const,
  publishedAt: null,
  updatedAt: null,
  withdrawnAt: null,
  withdrawalReason: '',
}

/**
 * Adds an article and answers its id: a draft, or, with `earlierLife`, an article that was published elsewhere.
 * The slug comes from the headline unless the draft names one.
 * Throws when the body is not one, or names an article that does not exist, and when a section, topic, author or
 * picture does not exist: a new draft comes from the desk's own form or from an import, never from free typing.
 */
export async function writeArticle(
  db: Db,
  { draft, earlierLife, by, now }: { draft: ArticleDraft; earlierLife?: EarlierLife; by: string; now: Date },
): Promise<number> {
  const { embargoUntil = null, ...given } = draft
  const { createdAt, ...life } = earlierLife ?? { ...NO_LIFE_YET, createdAt: now }
  const after: ArticleSnapshot = {
    ...NO_TRIMMINGS,
    ...present(given),
    ...life,
    slug: given.slug ?? slugFrom(given.headline),
    publishedAt: life.publishedAt?.getTime() ?? null,
    updatedAt: life.updatedAt?.getTime() ?? null,
    withdrawnAt: life.withdrawnAt?.getTime() ?? null,
  }
  return inTransaction(db, async (tx) => {
    const [problem] = await problemsOf(tx, { before: null, after })
    if (problem) throw new Error(`new article "${after.headline}": ${problem.message}`)
    const reason = earlierLife ? 'imported' : 'written'
    return addArticle(tx, { after, embargoUntil, createdAt, by, now, reason })
  })
}

/**
 * Changes what stands in an article, in whatever state it is, moving it to another section included; readers of a
 * public one are not told of an update (that is `update` or `correct`).
 * - `basedOn` is the version that the editor saw; when somebody saved since, answers the conflict and changes nothing.
 * - The slug of an unpublished article follows its headline as long as nobody chose another; once the article is
 *   scheduled or published its address is changed by `rename` or `readdress` only.
 * - Without a difference nothing is saved. Throws when there is no such article.
 */
export async function reviseArticle(
  db: Db,
  {
    id,
    change,
    basedOn,
    by,
    now,
    reason,
  }: { id: number; change: Partial<ArticleDraft>; basedOn?: number; by: string; now: Date; reason: string },
): Promise<Saved | Refusal | Conflict> {
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    const conflict = await conflictOf(tx, article, basedOn)
    if (conflict) return conflict
    const revised = await revisedBy(tx, article, change)
    if ('problems' in revised) return revised
    const { state } = article.snapshot
    const problems = state === 'published' || state === 'scheduled' ? unreadyIn(revised.after) : []
    if (problems.length) return { problems }
    return saveIfChanged(tx, article, { ...revised, by, now, reason })
  })
}

/**
 * Gives an article another headline and, only when named, another slug; the old address leads to the new one by
 * itself, since the id decides. Throws when there is no such article.
 */
export async function rename(
  db: Db,
  { id, headline, slug, by, now }: { id: number; headline: string; slug?: string; by: string; now: Date },
): Promise<Saved | Refusal> {
  if (!headline.trim()) return refuse('headline', 'A story needs a headline.')
  return readdressed(db, {
    id,
    words: { headline: headline.trim(), ...(slug !== undefined && { slug }) },
    by,
    now,
    reason: 'renamed',
  })
}

/** Gives an article another slug and leaves its headline alone. Throws when there is no such article. */
export async function readdress(
  db: Db,
  { id, slug, by, now }: { id: number; slug: string; by: string; now: Date },
): Promise<Saved | Refusal> {
  return readdressed(db, { id, words: { slug }, by, now, reason: 'readdressed' })
}

async function readdressed(
  db: Db,
  {
    id,
    words,
    by,
    now,
    reason,
  }: { id: number; words: { headline?: string; slug?: string }; by: string; now: Date; reason: string },
): Promise<Saved | Refusal> {
  if (words.slug === '') return refuse('slug', 'The address of a story needs words.')
  const problem = words.slug === undefined ? null : slugProblem(words.slug)
  if (problem) return { problems: [problem] }
  return inTransaction(db, async (tx) => {
    const article = await storedArticle(tx, id, now)
    const after = { ...article.snapshot, ...words }
    return saveIfChanged(tx, article, { after, embargoUntil: article.embargoUntil, by, now, reason })
  })
}

/** `article` with `change` on it, or what an editor has to put right first. In the open transaction. */
export async function revisedBy(
  tx: Db,
  { snapshot: before, embargoUntil: embargo }: StoredArticle,
  change: Partial<ArticleDraft>,
): Promise<{ after: ArticleSnapshot; embargoUntil: Date | null } | Refusal> {
  const { embargoUntil = embargo, ...given } = change
  const after: ArticleSnapshot = { ...before, ...present(given) }
  const addressIsFixed = before.publishedAt !== null
  const problems = await problemsOf(tx, { before, after })
  if (addressIsFixed && after.slug !== before.slug) {
    problems.push({
      field: 'slug',
      message: 'The address of a published story does not change with its text. Change it on purpose, by itself.',
    })
  }
  if (embargoUntil && before.publishedAt !== null && before.publishedAt < embargoUntil.getTime()) {
    problems.push({ field: 'embargoUntil', message: 'The story is public, or due, before this embargo ends.' })
  }
  if (problems.length) return { problems }
  const slugFollows = !addressIsFixed && given.slug === undefined && before.slug === slugFrom(before.headline)
  if (slugFollows) after.slug = slugFrom(after.headline)
  return { after, embargoUntil }
}

/** What is missing for an article to go before readers, whoever sends it there. */
export function unreadyIn({ headline, body, sectionId }: ArticleSnapshot): Problem[] {
  const problems: Problem[] = []
  if (!headline.trim()) problems.push({ field: 'headline', message: 'A story needs a headline.' })
  if (sectionId === null)
    problems.push({ field: 'sectionId', message: 'Choose the section in which the story stands.' })
  if (!bodyWords(body).trim()) problems.push({ field: 'body', message: 'The story has no text yet.' })
  problems.push(...unfinishedIn(body).map(({ message }) => ({ field: 'body', message })))
  return problems
}

/** Who saved since version `basedOn`; null when nobody did, or it does not matter. In the open transaction. */
export async function conflictOf(
  tx: Db,
  { id, version }: StoredArticle,
  basedOn: number | undefined,
): Promise<Conflict | null> {
  if (basedOn === undefined || basedOn === version) return null
  const [last] = await tx
    .select({ version: revisions.version, savedBy: revisions.savedBy, savedAt: revisions.savedAt })
    .from(revisions)
    .where(eq(revisions.articleId, id))
    .orderBy(desc(revisions.version))
    .limit(1)
  if (!last) throw new Error(`article ${id} has no revision`)
  return { conflict: last }
}

async function problemsOf(
  tx: Db,
  { before, after }: { before: ArticleSnapshot | null; after: ArticleSnapshot },
): Promise<Problem[]> {
  const problems: Problem[] = []
  const slug = after.slug === before?.slug ? null : slugProblem(after.slug)
  if (slug) problems.push(slug)
  problems.push(...(await bodyProblems(tx, before, after)))
  return problems
}

async function bodyProblems(tx: Db, before: ArticleSnapshot | null, after: ArticleSnapshot): Promise<Problem[]> {
  const parsed = draftBodySchema.safeParse(after.body)
  if (!parsed.success) return parsed.error.issues.map(({ message }) => ({ field: 'body', message }))
  // What the text already named may have left the store since; readers see nothing of it, and saving must stay possible.
  const namedBefore = new Set(before ? references(before.body).map(({ article }) => article) : [])
  const named = references(after.body).map(({ article }) => article)
  const there = await articlesThere(tx, named)
  const shownBefore = new Set(before ? mediaShown(before.body) : [])
  const shown = mediaShown(after.body)
  const pictures = await picturesByIds(tx, shown)
  const missingStories = [...new Set(named)].filter((id) => !there.has(id) && !namedBefore.has(id))
  const missingPictures = shown.filter((id) => !pictures.has(id) && !shownBefore.has(id))
  return [
    ...missingStories.map((id) => ({ field: 'body', message: `The text links to story ${id}, which does not exist.` })),
    ...missingPictures.map((id) => ({ field: 'body', message: `The text shows picture ${id}, which does not exist.` })),
  ]
}

function slugProblem(slug: string): Problem | null {
  if (slug === slugFrom(slug)) return null
  return { field: 'slug', message: 'Use lower-case letters, digits and single dashes, at most 80 of them.' }
}

/** A form's fields that were left out say nothing, also when they are spelled out as undefined. */
function present<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T
}
