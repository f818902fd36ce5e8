import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { cardPictureProblems, withoutBlockedPictures } from '@/db/front/card-pictures'
import { frontDraft, frontThing, saveDraft } from '@/db/front/drafts'
import { saveFrontPictures } from '@/db/front/front-pictures'
import type { Check } from '@/db/publishing/checks'
import { publish, schedule } from '@/db/publishing/publishing'
import { ofFront, type WhichFront } from '@/db/reading/fronts'
import { editionStories, editions } from '@/db/store/front-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Arrangement, storiesOf } from '@/lib/front/arrangement'
import { tags } from '@/lib/pages/tags'
import type { Saver } from '@/lib/revisions/saver'

/** A story that goes out together with an edition, in the version that the editor saw. */
export interface StoryAlong {
  id: number
  version: number
  /** What the desk checks before it publishes; none for programs. */
  checks?: Check
}

/** A published or planned state of a front. */
export interface ListedEdition {
  id: number
  startsAt: Date
  publishedAt: Date
  publishedBy: string
  isPlanned: boolean
  isLive: boolean
  /** Of a planned one: which pictures of cards do not go out and why, in sentences; the cards have those of their stories. */
  withheld: string[]
}

interface Publication extends WhichFront {
  /** When readers get it; null for at once. */
  at: Date | null
  by: Saver
  now: Date
}

/**
 * Publishes the draft of a front as an edition, with the stories in `along`, in one transaction: at `at` all of them are
 * public, or none is. The draft is then the same as the edition. Refused, with nothing changed, when
 * - somebody changed the draft since version `basedOn`,
 * - `at` has passed,
 * - readers may not get the picture of a card then (cardPictureProblems),
 * - a story of `along` cannot be published or scheduled; the field of such a problem is `story:` and its id.
 */
export async function publishFront(
  db: Writer,
  { basedOn, along, ...publication }: Publication & { basedOn: number; along: StoryAlong[] },
): Promise<{ edition: number } | Refusal> {
  const { sectionId, at, by, now } = publication
  if (at && at <= now) return refuse('at', 'Choose a time that is still to come, or publish the front at once.')
  return orRolledBack(db, async (tx) => {
    const draft = await frontDraft(tx, { sectionId, now })
    if (draft.version !== basedOn) {
      throw new RolledBack(
        refuse('version', `${draft.savedBy} changed this front meanwhile. Look at it again before you publish it.`),
      )
    }
    const problems = await cardPictureProblems(tx, { arrangement: draft.arrangement, at: at ?? now })
    if (problems.length) throw new RolledBack({ problems })
    for (const story of along) await publishAlong(tx, story, publication)
    const edition = await addEdition(tx, { ...publication, arrangement: draft.arrangement })
    await saveDraft(tx, { sectionId, arrangement: draft.arrangement, by, now })
    return { edition }
  })
}

/**
 * Publishes the arrangement of an earlier edition once more, at once, and makes it the draft. A card whose picture readers
 * may not get any more has that of its story. null when the edition does not exist or is of another front.
 */
export async function restoreEdition(
  db: Writer,
  { id, ...publication }: Omit<Publication, 'at'> & { id: number },
): Promise<{ edition: number } | null> {
  const { sectionId, by, now } = publication
  return inTransaction(db, async (tx) => {
    const [earlier] = await tx
      .select({ arrangement: editions.arrangement })
      .from(editions)
      .where(and(eq(editions.id, id), ofFront(sectionId)))
    if (!earlier) return null
    const existing = await withoutLostStories(tx, earlier.arrangement)
    const arrangement = await withoutBlockedPictures(tx, { arrangement: existing, at: now })
    const edition = await addEdition(tx, { ...publication, at: null, arrangement })
    await saveDraft(tx, { sectionId, arrangement, by, now })
    return { edition }
  })
}

/** Takes back an edition that is planned; null when there is no such edition, a refusal when it is out already. */
export async function cancelEdition(
  db: Writer,
  { id, sectionId, now }: WhichFront & { id: number; now: Date },
): Promise<{ edition: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const [planned] = await tx
      .select({ startsAt: editions.startsAt })
      .from(editions)
      .where(and(eq(editions.id, id), ofFront(sectionId)))
    if (!planned) return null
    if (planned.startsAt <= now) return refuse('', 'Too late: readers have this edition already.')
    await tx.delete(editions).where(eq(editions.id, id))
    await invalidate(tx, [tags.front(sectionId)], now)
    const detail = planned.startsAt.toISOString()
    await logAction(tx, { action: 'front edition cancelled', thing: await frontThing(tx, sectionId), detail, now })
    return { edition: id }
  })
}

/** The editions of a front, the latest start first: those that are planned, the one in force, and earlier ones. */
export async function listEditions(
  db: Reader,
  { sectionId, now, limit }: WhichFront & { now: Date; limit: number },
): Promise<ListedEdition[]> {
  const columns = {
    id: editions.id,
    startsAt: editions.startsAt,
    publishedAt: editions.publishedAt,
    publishedBy: editions.publishedBy,
  }
  const planned = await db
    .select({ ...columns, arrangement: editions.arrangement })
    .from(editions)
    .where(and(ofFront(sectionId), gt(editions.startsAt, now)))
    .orderBy(desc(editions.startsAt), desc(editions.id))
  const listed: ListedEdition[] = []
  for (const { arrangement, ...row } of planned) {
    const problems = await cardPictureProblems(db, { arrangement, at: row.startsAt })
    listed.push({ ...row, isPlanned: true, isLive: false, withheld: problems.map(({ message }) => message) })
  }
  const out = await db
    .select(columns)
    .from(editions)
    .where(and(ofFront(sectionId), lte(editions.startsAt, now)))
    .orderBy(desc(editions.startsAt), desc(editions.id))
    .limit(limit)
  return [...listed, ...out.map((row, index) => ({ ...row, isPlanned: false, isLive: index === 0, withheld: [] }))]
}

/**
 * Stores an edition in the open transaction; answers with its id. `replacedById` is the picture that took the place of
 * those that it no longer shows; left out when none did. `withheldPictures` are those of its cards that do not go out.
 */
export async function addEdition(
  tx: Transaction,
  publication: Publication & { arrangement: Arrangement; replacedById?: number; withheldPictures?: number[] },
): Promise<number> {
  const { sectionId, arrangement, at, by, now, withheldPictures = [] } = publication
  await saveFrontPictures(tx, publication)
  const [edition] = await tx
    .insert(editions)
    .values({
      sectionId,
      arrangement,
      withheldPictures,
      startsAt: at ?? now,
      publishedAt: now,
      publishedBy: by.name,
      publishedById: by.id,
    })
    .returning({ id: editions.id })
  if (!edition) throw new Error('an edition was not stored')
  for (const articleId of storiesOf(arrangement)) {
    await tx.insert(editionStories).values({ editionId: edition.id, articleId })
  }
  await invalidate(tx, [tags.front(sectionId)], now)
  await logAction(tx, {
    action: at ? 'front edition planned' : 'front edition published',
    thing: await frontThing(tx, sectionId),
    detail: at ? at.toISOString() : '',
    now,
  })
  return edition.id
}

async function publishAlong(tx: Transaction, { id, version, checks }: StoryAlong, { at, by, now }: Publication) {
  const act = { id, basedOn: version, by, now, ...(checks && { checks }) }
  const outcome = at ? await schedule(tx, { ...act, at }) : await publish(tx, act)
  if ('version' in outcome) return
  if ('problems' in outcome) {
    const problems = outcome.problems.map(({ message }) => ({ field: `story:${id}`, message }))
    throw new RolledBack({ problems })
  }
  const { savedBy } = outcome.conflict
  throw new RolledBack(refuse(`story:${id}`, `${savedBy} saved this story meanwhile. Look at it before it goes out.`))
}

/** The arrangement without cards and sub-links whose story has left the store. */
async function withoutLostStories(tx: Transaction, arrangement: Arrangement): Promise<Arrangement> {
  const existing = new Set<number>()
  for (const id of storiesOf(arrangement)) {
    const [row] = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, id))
    if (row) existing.add(id)
  }
  const kept = (cards: Arrangement['seconds']) =>
    cards
      .filter(({ articleId }) => existing.has(articleId))
      .map((card) => ({ ...card, subLinks: card.subLinks.filter((id) => existing.has(id)) }))
  return {
    lead: kept(arrangement.lead ? [arrangement.lead] : [])[0] ?? null,
    seconds: kept(arrangement.seconds),
    bands: arrangement.bands.map((band) => ({ ...band, cards: kept(band.cards) })),
  }
}

/** Undoes the open transaction and becomes its answer. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super('the transaction was refused')
  }
}

async function orRolledBack<T>(db: Writer, work: (tx: Transaction) => Promise<T>): Promise<T | Refusal> {
  try {
    return await inTransaction(db, work)
  } catch (error) {
    if (error instanceof RolledBack) return error.refusal
    throw error
  }
}
