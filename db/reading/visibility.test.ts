import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { isPublic, isWithdrawn, nextVisibilityChange, stateAt as stateAtInSql } from '@/db/reading/visibility'
import { type MemoryStore, openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, aStory, NOW } from '@/db/testing/fixtures'
import { ARTICLE_STATES } from '@/lib/article/article'
import { stateAt, visibilityAt } from '@/lib/article/visibility'
import { propertyRuns } from '@/lib/testing/property-runs'

let db: MemoryStore
let id: number
beforeAll(async () => {
  db = await aPaper(openMemoryStore())
  id = await aStory(db, { headline: 'Ferry sails' })
})

/** Few instants around NOW, so that many of them are equal. */
const instant = fc.integer({ min: -3, max: 3 }).map((minutes) => new Date(NOW.getTime() + minutes * 60_000))

/** What the checks of the table articles allow. */
const timed = fc
  .record({
    state: fc.constantFrom(...ARTICLE_STATES),
    publishedAt: fc.option(instant),
    withdrawnAt: fc.option(instant),
  })
  .filter(({ state, publishedAt }) => !['published', 'scheduled'].includes(state) || publishedAt !== null)
  .filter(({ state, withdrawnAt }) => state !== 'withdrawn' || withdrawnAt !== null)

async function inSql(now: Date) {
  const [row] = await db
    .select({ state: stateAtInSql(now), isPublic: isPublic(now), isWithdrawn: isWithdrawn(now) })
    .from(articles)
    .where(eq(articles.id, id))
  if (!row) throw new Error('the story is gone')
  // A condition is 1, 0, or null where an instant is missing.
  return { state: row.state, isPublic: Boolean(row.isPublic), isWithdrawn: Boolean(row.isWithdrawn) }
}

test('SQL and code agree on the state of an article and on what readers see of it', async () => {
  await fc.assert(
    fc.asyncProperty(timed, instant, async (article, now) => {
      await db.update(articles).set(article).where(eq(articles.id, id))
      const visibility = visibilityAt(article, now)
      expect(await inSql(now)).toEqual({
        state: stateAt(article, now),
        isPublic: visibility === 'public',
        isWithdrawn: visibility === 'withdrawn',
      })
    }),
    { numRuns: propertyRuns(400) },
  )
})

test('what readers see stays the same until the next change and differs from then on', async () => {
  await fc.assert(
    fc.asyncProperty(timed, instant, async (article, now) => {
      // The desk refuses an end that is not after the publication.
      fc.pre(!article.withdrawnAt || !article.publishedAt || article.withdrawnAt > article.publishedAt)
      await db.update(articles).set(article).where(eq(articles.id, id))
      const next = await nextVisibilityChange(db, { now })
      const lastUnchanged = next ? next.getTime() - 1 : NOW.getTime() + 3_600_000
      expect(visibilityAt(article, new Date(lastUnchanged))).toBe(visibilityAt(article, now))
      if (next) expect(visibilityAt(article, next)).not.toBe(visibilityAt(article, now))
    }),
    { numRuns: propertyRuns(400) },
  )
})
