import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { authors, mergedNames, topics } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'

export type MergedKind = (typeof mergedNames.$inferSelect)['kind']

/** One topic or author that was merged into another one. */
export interface MergedName {
  formerId: number
  /** The one that holds its stories now. */
  intoId: number
  /** What it was called. */
  name: string
}

/** Those of `ids` that were merged into another one, by their former id; the others are missing. */
export async function mergedAmong(
  db: Reader,
  { kind, ids }: { kind: MergedKind; ids: readonly number[] },
): Promise<Map<number, MergedName>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ formerId: mergedNames.formerId, intoId: mergedNames.intoId, name: mergedNames.name })
    .from(mergedNames)
    .where(and(eq(mergedNames.kind, kind), isOneOf(mergedNames.formerId, ids)))
  return new Map(rows.map((row) => [row.formerId, row]))
}

/** A topic or an author whose merger was begun, while it still exists. */
export interface UnfinishedMerger {
  kind: MergedKind
  from: number
}

/** The topics and then the authors that lead to another one and still exist, in the order in which that was begun. */
export async function unfinishedMergers(db: Reader): Promise<UnfinishedMerger[]> {
  const unfinished = (kind: MergedKind) => {
    const table = kind === 'topic' ? topics : authors
    return db
      .select({ kind: mergedNames.kind, from: mergedNames.formerId })
      .from(mergedNames)
      .innerJoin(table, eq(table.id, mergedNames.formerId))
      .where(eq(mergedNames.kind, kind))
      .orderBy(asc(mergedNames.mergedAt), asc(mergedNames.formerId))
  }
  return [...(await unfinished('topic')), ...(await unfinished('author'))]
}
