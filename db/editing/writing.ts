import { addArticle, saveIfChanged } from '@/db/editing/article-change'
import type { SaveDetails } from '@/db/editing/article-save'
import { articlesThere } from '@/db/editing/links'
import { isAddressFixed, type StoredArticle } from '@/db/editing/stored-article'
import { type Outcome, type Saved, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import { picturesByIds } from '@/db/pictures/pictures'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { slugFrom } from '@/lib/addresses/paths'
import { draftBodySchema } from '@/lib/article/body'
import { emptyManuscript, type Manuscript } from '@/lib/article/manuscript'
import { unreadyIn } from '@/lib/article/readiness'
import { type ArticleSnapshot, type Lifecycle, NEW_DRAFT } from '@/lib/article/snapshot'
import { type Problem, type Refusal, refuse } from '@/lib/desk/refusal'
import { mediaShown, references } from '@/lib/linking/references'
import { languageProblem } from '@/lib/paper/language'
import type { Saver } from '@/lib/revisions/saver'
import { cleanLine } from '@/lib/text/clean-text'
import { cleanValue } from '@/lib/text/clean-value'
import { isBlank } from '@/lib/text/visible-text'

/** A change of an article; what is left out stays. */
export interface Change {
  change?: Partial<Manuscript> | undefined
  /** null ends the embargo. */
  embargoUntil?: Date | null | undefined
}

/** The input of writeArticle. */
export interface NewArticle {
  /** What is left out is empty. */
  draft: Partial<Manuscript> & Pick<Manuscript, 'language'>
  /** Left out or null: no embargo. */
  embargoUntil?: Date | null
  /** The state and the instants of an article from another system; left out for a new draft. */
  imported?: Lifecycle & { createdAt: Date }
  by: Saver
  now: Date
}

/**
 * Adds an article and returns its id: a draft, or, with `imported`, an article from another system.
 * The slug comes from the headline unless the draft has one.
 * Throws when the body is not valid or names an article that does not exist, and when a section, topic, author or
 * picture does not exist. It throws instead of refusing, because the input comes from a program and not from an editor.
 */
export async function writeArticle(
  db: Writer,
  { draft, embargoUntil = null, imported, by, now }: NewArticle,
): Promise<number> {
  const { createdAt, ...lifecycle } = imported ?? { ...NEW_DRAFT, createdAt: now }
  const manuscript = cleanValue({ ...emptyManuscript(draft.language), ...draft })
  const after = { ...manuscript, ...lifecycle, slug: draft.slug ?? slugFrom(manuscript.headline) }
  return inTransaction(db, async (tx) => {
    const [problem] = await textProblems(tx, { before: null, after })
    if (problem) throw new Error(`new article "${after.headline}": ${problem.message}`)
    const reason = imported ? 'imported' : 'written'
    return addArticle(tx, { after, embargoUntil, createdAt, by, now, reason })
  })
}

/**
 * Changes the content of an article in any state, its section included. A public article gets no new time of update;
 * `update` and `correct` give it one.
 * - When somebody has saved since version `basedOn`, returns the conflict and changes nothing.
 * - The slug of an unpublished article follows its headline until an editor chooses another. Once the article is
 *   scheduled or published, only `rename` and `readdress` change its address.
 * - Without a difference nothing is saved. Throws when the article does not exist.
 */
export async function reviseArticle(
  db: Writer,
  { reason, change, embargoUntil, ...act }: VerbInput & Change & { reason: string },
): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) =>
    saveRevised(tx, article, { change, embargoUntil, by, now, reason }),
  )
}

/** Changes an article that is read already, as reviseArticle does; in the open transaction. */
export async function saveRevised(
  tx: Transaction,
  article: StoredArticle,
  { change, embargoUntil, ...made }: Change & SaveDetails,
): Promise<Saved | Refusal> {
  const revised = await revisedBy(tx, article, { change, embargoUntil })
  if ('problems' in revised) return revised
  const { state } = article.snapshot
  const problems = state === 'published' || state === 'scheduled' ? unreadyIn(revised.after) : []
  if (problems.length) return { problems }
  return saveIfChanged(tx, article, { ...revised, ...made })
}

/**
 * Changes the headline of an article and, only when given, its slug. The old address redirects to the new one, because
 * only the id identifies the article. Throws when the article does not exist.
 */
export async function rename(
  db: Writer,
  { headline, slug, ...act }: VerbInput & { headline: string; slug?: string },
): Promise<Outcome> {
  if (isBlank(headline)) return refuse('headline', 'The story has no headline.')
  const words = { headline: cleanLine(headline).trim(), ...(slug !== undefined && { slug }) }
  return saveAddress(db, act, words, 'renamed')
}

/** Changes the slug of an article and leaves its headline alone. Throws when the article does not exist. */
export async function readdress(db: Writer, { slug, ...act }: VerbInput & { slug: string }): Promise<Outcome> {
  return saveAddress(db, act, { slug }, 'readdressed')
}

async function saveAddress(
  db: Writer,
  act: VerbInput,
  words: { headline?: string; slug?: string },
  reason: string,
): Promise<Outcome> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    if (words.slug === '') return refuse('slug', 'The address of a story needs words.')
    const problem = words.slug === undefined ? null : slugProblem(words.slug)
    if (problem) return { problems: [problem] }
    return saveIfChanged(tx, article, { after: { ...article.snapshot, ...words }, by, now, reason })
  })
}

/** `article` with the change applied, or what an editor must correct first. */
export async function revisedBy(
  db: Reader,
  article: StoredArticle,
  { change = {}, embargoUntil = article.embargoUntil }: Change,
): Promise<{ after: ArticleSnapshot; embargoUntil: Date | null } | Refusal> {
  const { snapshot: before } = article
  const after: ArticleSnapshot = { ...before, ...cleanValue(change) }
  const problems = await textProblems(db, { before, after })
  if (isAddressFixed(article) && after.slug !== before.slug) {
    problems.push({
      field: 'slug',
      message: 'The address of a published story does not change with its text. Change it on purpose, by itself.',
    })
  }
  if (embargoUntil && before.publishedAt !== null && before.publishedAt < embargoUntil.getTime()) {
    problems.push({ field: 'embargoUntil', message: 'The story is public, or due, before this embargo ends.' })
  }
  if (problems.length) return { problems }
  const slugFollows = !isAddressFixed(article) && change.slug === undefined && before.slug === slugFrom(before.headline)
  if (slugFollows) after.slug = slugFrom(after.headline)
  return { after, embargoUntil }
}

/** What an editor must correct first in a text that has changed from `before` (null: is new); empty when there is nothing. */
export async function textProblems(
  db: Reader,
  { before, after }: { before: ArticleSnapshot | null; after: ArticleSnapshot },
): Promise<Problem[]> {
  const problems: Problem[] = []
  const slug = after.slug === before?.slug ? null : slugProblem(after.slug)
  if (slug) problems.push(slug)
  const language = after.language === before?.language ? null : languageProblem(after.language)
  if (language) problems.push({ field: 'language', message: language })
  problems.push(...(await bodyProblems(db, before, after)))
  return problems
}

async function bodyProblems(db: Reader, before: ArticleSnapshot | null, after: ArticleSnapshot): Promise<Problem[]> {
  const parsed = draftBodySchema.safeParse(after.body)
  if (!parsed.success) return parsed.error.issues.map(({ message }) => ({ field: 'body', message }))
  // Targets that the text already named may be deleted since. Readers do not see them, and the text can still be saved.
  const namedBefore = new Set(before ? references(before.body).map(({ article }) => article) : [])
  const named = references(after.body).map(({ article }) => article)
  const there = await articlesThere(db, named)
  const shownBefore = new Set(before ? mediaShown(before.body) : [])
  const shown = mediaShown(after.body)
  const pictures = await picturesByIds(db, shown)
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
