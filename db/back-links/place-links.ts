import { randomUUID } from 'node:crypto'
import { asc, desc, eq, sql } from 'drizzle-orm'
import { linksFilledSince } from '@/db/back-links/batches'
import { type StoredArticle, storedArticle } from '@/db/editing/stored-article'
import { saveRevised } from '@/db/editing/writing'
import { backLinkRule } from '@/db/linking/back-link-rule'
import { dropProposal } from '@/db/linking/link-proposals'
import { linkBatches, linkBatchStories, linkProposals } from '@/db/store/linking-schema'
import { yieldToRequests } from '@/db/store/long-work/yield-to-requests'
import { inTransaction, type Transaction, type Writer } from '@/db/store/open'
import { paperZone } from '@/db/store/paper-zone'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Placed } from '@/lib/desk/links/link-batch'
import { type PlacedLink, withLink } from '@/lib/linking/back-links/placed-link'
import { startOfDay } from '@/lib/planning/calendar'
import { type Saver, withoutAccount } from '@/lib/revisions/saver'
import { wallTime } from '@/lib/time/wall-clock'

const THE_SITE = withoutAccount('The site')

/** A proposal that an editor accepts, and the version of the older story that was shown with it. */
export interface AcceptedProposal {
  id: number
  version: number
}

/**
 * Places the links of `accepted` in the older stories, as one batch that can be taken back (db/back-links/batches.ts). Each
 * story is a transaction and gets one version; readers see no new time of update, and unpublished changes are carried along.
 * A story that somebody saved since the version that the editor saw, or in which there is no room, stays as it is.
 */
export async function acceptProposals(
  db: Writer,
  { accepted, by, now }: { accepted: readonly AcceptedProposal[]; by: Saver; now: Date },
): Promise<Placed> {
  const versions = new Map(accepted.map(({ id, version }) => [id, version]))
  const rows = await db
    .select()
    .from(linkProposals)
    .where(isOneOf(linkProposals.id, [...versions.keys()]))
    .orderBy(asc(linkProposals.rank), asc(linkProposals.id))
  const wanted = rows.map((row) => ({ ...row, version: versions.get(row.id) }))
  return placeLinks(db, { wanted, kind: 'accepted', by, now })
}

/**
 * Places proposals without an editor, where the paper wants that: as many as its limit for the day of the paper leaves, the
 * newest findings first, one in each story. Returns how many.
 */
export async function fillBackLinks(db: Writer, { now }: { now: Date }): Promise<number> {
  const { backLinks, backLinksPerDay } = await backLinkRule(db)
  if (backLinks !== 'filled') return 0
  const timeZone = await paperZone(db)
  const since = new Date(startOfDay(wallTime(now, timeZone).day, timeZone))
  const left = backLinksPerDay - (await linksFilledSince(db, since))
  if (left <= 0) return 0
  const rows = await db
    .select()
    .from(linkProposals)
    .orderBy(desc(linkProposals.foundAt), desc(linkProposals.targetId), asc(linkProposals.rank))
    .limit(left)
  const ofStory = new Map(rows.toReversed().map((row) => [row.sourceId, { ...row, version: undefined }]))
  const { links } = await placeLinks(db, { wanted: [...ofStory.values()], kind: 'filled', by: THE_SITE, now })
  return links
}

type Wanted = typeof linkProposals.$inferSelect & { version: number | undefined }

async function placeLinks(
  db: Writer,
  { wanted, kind, by, now }: { wanted: Wanted[]; kind: 'accepted' | 'filled'; by: Saver; now: Date },
): Promise<Placed> {
  const bySource = new Map<number, Wanted[]>()
  for (const one of wanted) bySource.set(one.sourceId, [...(bySource.get(one.sourceId) ?? []), one])
  const placed: Placed = { links: 0, left: [] }
  let batchId: number | null = null
  for (const [sourceId, ofStory] of bySource) {
    const done = await inTransaction(db, async (tx) => {
      const { left, added } = await placeInStory(tx, { sourceId, ofStory, isAutomatic: kind === 'filled', by, now })
      if (!added) return { left, links: 0, batch: batchId }
      const { version, bodyBefore, links } = added
      const batch = batchId ?? (await newBatch(tx, { kind, by, now }))
      await tx.insert(linkBatchStories).values({ batchId: batch, sourceId, version, bodyBefore, placed: links })
      await tx
        .update(linkBatches)
        .set({ links: sql`${linkBatches.links} + ${links.length}` })
        .where(eq(linkBatches.id, batch))
      return { left, links: links.length, batch }
    })
    batchId = done.batch
    placed.links += done.links
    placed.left.push(...done.left)
    await yieldToRequests()
  }
  return placed
}

interface Added {
  version: number
  bodyBefore: string
  links: (PlacedLink & { rank: number; reason: string })[]
}

async function placeInStory(
  tx: Transaction,
  {
    sourceId,
    ofStory,
    isAutomatic,
    by,
    now,
  }: { sourceId: number; ofStory: readonly Wanted[]; isAutomatic: boolean; by: Saver; now: Date },
): Promise<Pick<Placed, 'left'> & { added: Added | null }> {
  const article = await storedArticle(tx, sourceId, now)
  const story = { id: sourceId, headline: article.snapshot.headline }
  const problem = whyNot(article, ofStory)
  if (problem) return { left: [{ ...story, why: problem }], added: null }
  const left: Placed['left'] = []
  const links: Added['links'] = []
  const { language } = article.snapshot
  let { body } = article.snapshot
  for (const { id, targetId, rank, reason } of ofStory) {
    // An editor may have decided meanwhile, or the other story is gone.
    const [still] = await tx.select({ id: linkProposals.id }).from(linkProposals).where(eq(linkProposals.id, id))
    if (!still) {
      left.push({ ...story, why: 'It does not fit any more.' })
      continue
    }
    const added = withLink(body, { target: targetId, language, isAutomatic, newId: randomUUID })
    if (!added) {
      left.push({ ...story, why: 'It has no room for another link.' })
      continue
    }
    body = added.body
    links.push({ ...added.placed, rank, reason })
  }
  if (!links.length) return { left, added: null }
  const bodyBefore = await storedBody(tx, sourceId)
  const saved = await saveRevised(tx, article, { change: { body }, by, now, reason: 'back-link placed' })
  if ('problems' in saved) return { left: [{ ...story, why: saved.problems[0]?.message ?? '' }], added: null }
  for (const { target } of links) await dropProposal(tx, { sourceId, targetId: target })
  return { left, added: { links, version: saved.version, bodyBefore } }
}

function whyNot({ snapshot, version }: StoredArticle, ofStory: readonly Wanted[]): string | null {
  if (snapshot.state !== 'published') return 'Readers do not have it any more.'
  const isSame = ofStory.every((proposal) => (proposal.version ?? version) === version)
  return isSame ? null : 'It was saved since. Look at the proposal again.'
}

/** The body as the store holds it, to the byte. */
async function storedBody(tx: Transaction, id: number): Promise<string> {
  const [row] = await tx
    .select({ body: sql<string>`${articles.body}` })
    .from(articles)
    .where(eq(articles.id, id))
  if (!row) throw new Error(`article ${id} does not exist`)
  return row.body
}

async function newBatch(
  tx: Transaction,
  { kind, by, now }: { kind: 'accepted' | 'filled'; by: Saver; now: Date },
): Promise<number> {
  const [row] = await tx
    .insert(linkBatches)
    .values({ kind, links: 0, madeAt: now, madeBy: by.name })
    .returning({ id: linkBatches.id })
  if (!row) throw new Error('the store gave a batch of links no id')
  return row.id
}
