import { desc, eq, or, type SQL, sql } from 'drizzle-orm'
import { addressOf } from '@/db/addresses/addresses'
import { formerListPaths } from '@/db/addresses/hand-made-redirects'
import { stateAt } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, redirects } from '@/db/store/schema'
import type { ListedRedirect } from '@/lib/desk/addresses/listed-redirect'

export const REDIRECTS_PER_PAGE = 50

/**
 * The redirects whose old address, new address or headline contains `words` (empty: all), newest first, ties by old
 * address; pages count from 1.
 */
export async function redirectList(
  db: Reader,
  { words, page, now }: { words: string; page: number; now: Date },
): Promise<{ redirects: ListedRedirect[]; total: number }> {
  const fits = containsWords(words)
  const rows = await db
    .select({
      from: redirects.fromPath,
      madeAt: redirects.createdAt,
      story: { id: articles.id, headline: articles.headline, state: stateAt(now), language: articles.language },
    })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .where(fits)
    .orderBy(desc(redirects.createdAt), redirects.fromPath)
    .limit(REDIRECTS_PER_PAGE)
    .offset((page - 1) * REDIRECTS_PER_PAGE)
  const [count] = await db
    .select({ total: sql<number>`count(*)` })
    .from(redirects)
    .leftJoin(articles, eq(articles.id, redirects.articleId))
    .where(fits)
  const kept = await formerListPaths(
    db,
    rows.map(({ from }) => from),
  )
  const listed: ListedRedirect[] = []
  for (const row of rows) {
    const address = await addressOf(db, { path: row.from, now })
    const leadsTo = address.kind === 'redirect' ? address.location : null
    listed.push({ ...row, leadsTo, isKept: kept.has(row.from) })
  }
  return { redirects: listed, total: count?.total ?? 0 }
}

function containsWords(words: string): SQL | undefined {
  const [typed, encoded] = [words.trim().toLowerCase(), encodeURI(words.trim().toLowerCase())]
  if (!typed) return undefined
  const holds = (column: SQL | typeof redirects.fromPath, part: string) => sql`instr(lower(${column}), ${part}) > 0`
  return or(
    ...[typed, encoded].flatMap((part) => [
      holds(redirects.fromPath, part),
      holds(sql`coalesce(${redirects.toPath}, '')`, part),
    ]),
    holds(sql`coalesce(${articles.headline}, '')`, typed),
  )
}
