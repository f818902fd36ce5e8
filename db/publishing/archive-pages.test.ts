import { expect, test } from 'vitest'
import { writeArticle } from '@/db/editing/writing'
import { deskChecks } from '@/db/publishing/checks'
import { applyDue } from '@/db/publishing/due'
import { publish, schedule, withdraw, withdrawAt } from '@/db/publishing/publishing'
import { archivedDay, archiveOverview } from '@/db/reading/archive'
import { logEnd, staleSince } from '@/db/store/invalidation'
import { openMemoryStore } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { aPaper, CITY, MARA, NOW, PAPER } from '@/db/testing/fixtures'
import { type PageTags, readPageTags, tags } from '@/lib/pages/tags'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'
import { spanAt } from '@/lib/time/calendar-spans'
import { DAY_MS } from '@/lib/time/durations'

const BY = withoutAccount('Nadia Reyes')

/** The same numbers for the same seed (Lehmer's generator with the modulus 2³¹ − 1). */
function randomNumbers(seed: number): (below: number) => number {
  let at = seed
  return (below) => {
    at = (at * 48_271) % 2_147_483_647
    return at % below
  }
}

/** Every page of the archive around NOW that was or is one, with its tags. */
async function allPages(db: ReturnType<typeof openMemoryStore>, now: Date) {
  const zone = { now, timeZone: PAPER.timeZone }
  const pages = new Map<string, { shown: string; tags: PageTags }>()
  // What answers 404 is kept nowhere.
  const keep = (name: string, { value, tags: of }: { value: unknown; tags: string[] }) =>
    value !== null && pages.set(name, { shown: JSON.stringify(value), tags: readPageTags(of) })
  keep('all years', await archiveOverview(db, { span: null, ...zone }))
  for (const span of ['2025', '2026', '2027', '2026-10', '2026-11', '2026-12', '2027-01'])
    keep(span, await archiveOverview(db, { span, ...zone }))
  const instants = (await db.select({ at: articles.publishedAt }).from(articles)).flatMap(({ at }) => at ?? [])
  for (const day of new Set(instants.map((at) => spanAt(at, { kind: 'day', timeZone: PAPER.timeZone }))))
    keep(day, await archivedDay(db, { day, page: 1, ...zone }))
  return pages
}

test.each([7, 2026])(
  'a page of the archive is dropped when what it shows changes, and few others are (seed %i) [archive-pages]',
  async (seed) => {
    const db = await aPaper(openMemoryStore())
    const random = randomNumbers(seed)
    const stories: number[] = []
    let now = new Date(NOW.getTime() - 20 * DAY_MS)
    let kept = await allPages(db, now)
    for (let step = 0; step < 30; step++) {
      now = new Date(now.getTime() + random(3) * DAY_MS * (random(2) ? 1 : 0.3) + 1)
      const position = await logEnd(db)
      const at = new Date(now.getTime() + (1 + random(9)) * DAY_MS)
      const id = stories[random(stories.length || 1)] ?? 0
      switch (random(5)) {
        case 0:
        case 1: {
          const bylines = [{ authorId: MARA, name: null }]
          const text = {
            headline: `Tide table ${step}`,
            bylines,
            body: [paragraph('e1', 'From six.')],
            sectionId: CITY,
          }
          const draft = { ...text, kind: 'news', language: 'en' } as const
          const added = await writeArticle(db, { draft, by: BY, now })
          stories.push(added)
          if (random(2)) await publish(db, { id: added, by: BY, now, checks: deskChecks() })
          else await schedule(db, { id: added, at, by: BY, now, checks: deskChecks() })
          break
        }
        case 2:
          if (id) await withdraw(db, { id, by: BY, now, reason: 'It was about last year.' })
          break
        case 3:
          if (id) await withdrawAt(db, { id, by: BY, now, at, reason: 'The fair is over.' })
          break
        case 4:
          await applyDue(db, { now })
      }
      const stale = new Set((await staleSince(db, position)).tags)
      const fresh = await allPages(db, now)
      for (const [name, { shown, tags: of }] of kept) {
        const isDropped = of.subjects.some((tag) => stale.has(tag)) || (of.changesAt ?? Infinity) <= now.getTime()
        if (!isDropped) expect(shown, `${name} in step ${step}`).toBe(fresh.get(name)?.shown)
        if (!isDropped) fresh.set(name, { shown, tags: of })
      }
      kept = fresh
      const archived = [...stale].filter((tag) => tag.startsWith(tags.archive(null)))
      expect(archived.length).toBeLessThanOrEqual(10)
    }
    expect(kept.size).toBeGreaterThan(5)
    expect(stories.length).toBeGreaterThan(5)
  },
)
