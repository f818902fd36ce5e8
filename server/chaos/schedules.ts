import { setTimeout as pause } from 'node:timers/promises'
import { and, count, eq, inArray } from 'drizzle-orm'
import { writeArticle } from '@/db/editing/writing'
import { schedule } from '@/db/publishing/publishing'
import { outbox } from '@/db/store/desk-schema'
import { closeStore, inTransaction, openStore, type Reader, storeFile, type Writer } from '@/db/store/open'
import { revisions, sections } from '@/db/store/schema'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'
import type { PreparedEdition } from '@/server/bench/site/bench-edition'
import { RestartingSite } from '@/server/chaos/restarting-site'

const SCHEDULES = 500
const RESTARTS = 10
const SECTION = 'science'
/** Time to write the stories and start the site. */
const LEAD_MS = 15_000
const APART_MS = 340
const RESTARTED_EVERY_MS = 13_000
const DOWN_FOR_MS = 100
const ALLOWED_MS = 1000
const PUBLIC_WITHIN_MS = 30_000
const SETTLED_WITHIN_MS = 20_000

export interface ScheduleFigures {
  schedules: number
  /** Stories that were public before their time, or more than a second after it while the site was running. */
  late: number
  /** Stories whose publication is not exactly one version and one event for the outbox. */
  duplicated: number
}

interface Scheduled {
  id: number
  path: string
  /** Milliseconds since 1970. */
  at: number
}

/**
 * 500 stories that become public one after the other, on a site that is restarted ten times meanwhile, every second time
 * by SIGKILL. Each is requested over HTTP just before its time and from its time on.
 */
export async function scheduleFigures({
  edition,
  report,
}: {
  edition: PreparedEdition
  report: (line: string) => void
}): Promise<ScheduleFigures> {
  const db = openStore(storeFile(edition.dataDir))
  let server: RestartingSite | null = null
  try {
    const stories = await scheduledStories(db)
    server = await RestartingSite.start(edition.dataDir)
    const watched = Promise.all(stories.map((story) => latenessMs(story, server as RestartingSite)))
    await pause(LEAD_MS / 2)
    for (let restart = 0; restart < RESTARTS; restart++) {
      await pause(RESTARTED_EVERY_MS)
      await server.restart({ isGraceful: restart % 2 === 1, downForMs: DOWN_FOR_MS })
    }
    const lateness = await watched
    const late = lateness.filter((ms) => ms < 0 || ms > ALLOWED_MS).length
    report(`the site was restarted ${server.restarts} times; the latest story was ${Math.max(...lateness)} ms late`)
    return { schedules: stories.length, late, duplicated: await notOnce(db, stories) }
  } finally {
    await server?.stop()
    await closeStore(db)
  }
}

async function scheduledStories(db: Writer): Promise<Scheduled[]> {
  const now = new Date()
  return inTransaction(db, async (tx) => {
    const [section] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, SECTION))
    if (!section) throw new Error('the demo edition has no section to schedule in')
    const stories: Scheduled[] = []
    for (let number = 1; number <= SCHEDULES; number++) {
      const headline = `Tide gauge reading ${number}, at its time`
      const at = now.getTime() + LEAD_MS + number * APART_MS
      const id = await writeArticle(tx, {
        draft: {
          headline,
          sectionId: section.id,
          kind: 'news',
          language: 'en',
          body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'The gauge stood still for a while.' }] }],
        },
        by: withoutAccount('Chaos'),
        now,
      })
      const saved = await schedule(tx, { id, at: new Date(at), by: withoutAccount('Chaos'), now })
      if (!('version' in saved)) throw new Error(`story ${id} was not scheduled: ${JSON.stringify(saved)}`)
      stories.push({ id, at, path: articlePath({ section: SECTION, slug: slugFrom(headline), id }) })
    }
    return stories
  })
}

/**
 * How many milliseconds the first response with the story was late: after its time, or, when the site was down then,
 * after it was up again. Negative when the story was public before its time.
 */
async function latenessMs({ at, path }: Scheduled, server: RestartingSite): Promise<number> {
  await pause(at - 100 - Date.now())
  if (Date.now() < at && (await server.statusOf(path)) === 200 && Date.now() < at) return Date.now() - at
  await pause(Math.max(0, at - Date.now()))
  while (Date.now() < at + PUBLIC_WITHIN_MS) {
    if ((await server.statusOf(path)) === 200) return Date.now() - Math.max(at, server.upSince)
    await pause(25)
  }
  return PUBLIC_WITHIN_MS
}

/** How many stories do not have exactly one revision and one event of their publication in the end. */
async function notOnce(db: Reader, stories: Scheduled[]): Promise<number> {
  const end = Date.now() + SETTLED_WITHIN_MS
  for (;;) {
    const ids = stories.map(({ id }) => id)
    const versions = await db
      .select({ id: revisions.articleId, times: count() })
      .from(revisions)
      .where(and(inArray(revisions.articleId, ids), eq(revisions.reason, 'published')))
      .groupBy(revisions.articleId)
    const events = await db
      .select({ id: outbox.articleId, times: count() })
      .from(outbox)
      .where(and(inArray(outbox.articleId, ids), eq(outbox.event, 'published')))
      .groupBy(outbox.articleId)
    const once = (rows: typeof versions, id: number) => rows.find((row) => row.id === id)?.times === 1
    const wrong = ids.filter((id) => !once(versions, id) || !once(events, id)).length
    // A missing event may still come; one too many stays.
    if (wrong === 0 || Date.now() > end) return wrong
    await pause(500)
  }
}
