import { asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { proposalCount } from '@/db/linking/link-proposals'
import { linkBatches, linkBatchStories, linkProposals } from '@/db/store/linking-schema'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { ListedBatch, ProposedStory } from '@/lib/desk/links/link-batch'
import { linkPlace, wordsAbove } from '@/lib/linking/back-links/placed-link'

export const PROPOSALS_PER_PAGE = 40
export const BATCHES_PER_PAGE = 20

/** A page of the proposals that wait, by the new story that they are for, the newest first; and how many there are. */
export async function listedProposals(
  db: Reader,
  { page }: { page: number },
): Promise<{ stories: ProposedStory[]; total: number }> {
  const target = alias(articles, 'target')
  const rows = await db
    .select({
      id: linkProposals.id,
      reason: linkProposals.reason,
      sourceId: articles.id,
      headline: articles.headline,
      language: articles.language,
      version: articles.version,
      publishedAt: articles.publishedAt,
      body: articles.body,
      target: {
        id: target.id,
        headline: target.headline,
        language: target.language,
        publishedAt: target.publishedAt,
      },
    })
    .from(linkProposals)
    .innerJoin(articles, eq(articles.id, linkProposals.sourceId))
    .innerJoin(target, eq(target.id, linkProposals.targetId))
    .orderBy(desc(linkProposals.foundAt), desc(linkProposals.targetId), asc(linkProposals.rank), asc(linkProposals.id))
    .limit(PROPOSALS_PER_PAGE)
    .offset((page - 1) * PROPOSALS_PER_PAGE)
  const stories = new Map<number, ProposedStory>()
  for (const { id, reason, sourceId, headline, language, version, publishedAt, body, target } of rows) {
    const place = linkPlace(body, language)
    const story = stories.get(target.id) ?? {
      ...target,
      publishedAt: target.publishedAt?.getTime() ?? 0,
      proposals: [],
    }
    story.proposals.push({
      id,
      reason,
      below: place && wordsAbove(body, place),
      source: { id: sourceId, headline, language, version, publishedAt: publishedAt?.getTime() ?? 0 },
    })
    stories.set(target.id, story)
  }
  return { stories: [...stories.values()], total: await proposalCount(db) }
}

/** A page of the batches of links that were placed, the newest first, with the stories of each; and how many there are. */
export async function listedBatches(
  db: Reader,
  { page }: { page: number },
): Promise<{ batches: ListedBatch[]; total: number }> {
  const rows = await db
    .select()
    .from(linkBatches)
    .orderBy(desc(linkBatches.id))
    .limit(BATCHES_PER_PAGE)
    .offset((page - 1) * BATCHES_PER_PAGE)
  const changed = await db
    .select({
      batchId: linkBatchStories.batchId,
      id: articles.id,
      headline: articles.headline,
      language: articles.language,
      placed: linkBatchStories.placed,
    })
    .from(linkBatchStories)
    .innerJoin(articles, eq(articles.id, linkBatchStories.sourceId))
    .where(
      isOneOf(
        linkBatchStories.batchId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(linkBatchStories.batchId), asc(linkBatchStories.sourceId))
  const targets = await db
    .select({ id: articles.id, headline: articles.headline })
    .from(articles)
    .where(isOneOf(articles.id, [...new Set(changed.flatMap(({ placed }) => placed.map((link) => link.target)))]))
  const headlines = new Map(targets.map(({ id, headline }) => [id, headline]))
  const batches = rows.map(({ madeAt, undoneAt, undoneBy, ...batch }) => ({
    ...batch,
    madeAt: madeAt.getTime(),
    undoneAt: undoneAt?.getTime() ?? null,
    undoneBy: undoneBy ?? '',
    stories: changed.flatMap(({ batchId, placed, ...story }) =>
      batchId === batch.id
        ? [{ ...story, targets: placed.map((link) => headlines.get(link.target) ?? `story ${link.target}`) }]
        : [],
    ),
  }))
  return { batches, total: await db.$count(linkBatches) }
}
