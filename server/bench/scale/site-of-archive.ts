import { completeSearchIndex } from '@/db/editing/complete-search-index'
import { closeStore, openStore, storeFile, type Writer } from '@/db/store/open'
import { type Corpus, copyForRun } from '@/server/bench/corpus/corpus-store'
import { type ScalePages, scalePages } from '@/server/bench/scale/scale-pages'
import { RunningSite } from '@/server/bench/site/running-site'

export interface SiteOfArchive {
  site: RunningSite
  /** The store that the site serves. */
  db: Writer
  pages: ScalePages
}

/**
 * What `use` answers about a site that serves a copy of the archive, with a complete index of words; `stories` of its
 * articles are named among the pages. The site is stopped afterwards.
 */
export async function withSiteOfArchive<Answer>(
  corpus: Corpus,
  { stories, seed }: { stories: number; seed: number },
  use: (of: SiteOfArchive) => Promise<Answer>,
): Promise<Answer> {
  const dataDir = copyForRun(corpus)
  const db = openStore(storeFile(dataDir))
  try {
    await completeSearchIndex(db, { now: new Date(), pause: async () => true, atOnce: 500 })
    const pages = await scalePages(db, { stories, seed })
    const site = await RunningSite.start(dataDir, { hasAllCores: true })
    try {
      return await use({ site, db, pages })
    } finally {
      await site.stop()
    }
  } finally {
    await closeStore(db)
  }
}
