import { storedArticle } from '@/db/editing/stored-article'
import { writeArticle } from '@/db/editing/writing'
import { closeStore, inTransaction, openStore, storeFile, type Writer } from '@/db/store/open'
import { searchArchive } from '@/lib/desk/archive/endpoints'
import { withoutAccount } from '@/lib/revisions/saver'
import { HOUR_MS } from '@/lib/time/durations'
import { bars } from '@/server/bench/bars'
import type { Figure } from '@/server/bench/figure'
import { sharedMs } from '@/server/bench/machine'
import { percentile } from '@/server/bench/percentile'
import { prepareDemoEdition } from '@/server/bench/site/bench-edition'
import { DeskEditor } from '@/server/bench/site/desk-editor'
import { RunningSite } from '@/server/bench/site/running-site'

const STORIES = 10_000
const SEARCHES = 400
const WARM_UPS = 20

/** What an editor types into the search of a link, letter by letter, over an archive of 10,000 stories. */
export async function archiveSearchFigures(): Promise<Figure[]> {
  const { dataDir, demo } = await prepareDemoEdition()
  const db = openStore(storeFile(dataDir))
  let site: RunningSite | null = null
  try {
    const headlines = await fillArchive(db, demo)
    site = await RunningSite.start(dataDir)
    const editor = await DeskEditor.signIn(db, site.url)
    const durationsMs: number[] = []
    const typed = beginnings(headlines)
    for (let turn = 0; turn < SEARCHES + WARM_UPS; turn++) {
      const words = typed[(turn * 7919) % typed.length] ?? ''
      const requestedAt = sharedMs()
      await editor.request(searchArchive, { input: { q: words } })
      if (turn >= WARM_UPS) durationsMs.push(sharedMs() - requestedAt)
    }
    const what = `search while typing, ${STORIES} stories, over HTTP (${SEARCHES})`
    return [
      { part: 'archive', what: `${what}: p50`, value: percentile(durationsMs, 0.5), unit: 'ms' },
      {
        part: 'archive',
        what: `${what}: p95`,
        value: percentile(durationsMs, 0.95),
        unit: 'ms',
        bar: bars.archiveSearchP95Ms,
      },
    ]
  } finally {
    await site?.stop()
    await closeStore(db)
  }
}

/** Writes stories older than the demo edition, an hour apart, with headlines made of its words; returns the headlines. */
async function fillArchive(db: Writer, demo: { id: number }[]): Promise<string[]> {
  const now = new Date()
  const models = await Promise.all(demo.map(({ id }) => storedArticle(db, id, now)))
  const words = [...new Set(models.flatMap(({ snapshot }) => snapshot.headline.split(/\s+/)))]
  const first = Math.min(...models.map(({ snapshot }) => snapshot.publishedAt ?? now.getTime()))
  const headlines: string[] = []
  await inTransaction(db, async (tx) => {
    for (let number = 1; number <= STORIES; number++) {
      const model = models[number % models.length]
      if (!model) throw new Error('the demo edition has no story to fill an archive with')
      const {
        state,
        publishedAt: _at,
        updatedAt: _update,
        withdrawnAt: _end,
        withdrawalReason: _why,
        slug: _slug,
        ...own
      } = model.snapshot
      const headline = [0, 1, 2, 3, 4, 5]
        .map((place) => words[(number * (place * 13 + 7) + place) % words.length])
        .join(' ')
      headlines.push(headline)
      const publishedAt = new Date(first - number * HOUR_MS)
      await writeArticle(tx, {
        draft: { ...own, headline },
        imported: {
          state,
          createdAt: publishedAt,
          publishedAt: publishedAt.getTime(),
          updatedAt: null,
          withdrawnAt: null,
          withdrawalReason: '',
        },
        by: withoutAccount('bench'),
        now,
      })
    }
  })
  return headlines
}

/** The content of the search field after each letter: from two letters to three words. */
function beginnings(headlines: string[]): string[] {
  return headlines
    .filter((_, number) => number % 100 === 0)
    .flatMap((headline) => {
      const typed = headline.split(' ').slice(0, 3).join(' ')
      return Array.from({ length: Math.max(0, typed.length - 1) }, (_, length) => typed.slice(0, length + 2))
    })
}
