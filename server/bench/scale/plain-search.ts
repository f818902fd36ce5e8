import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { storeFile } from '@/db/store/open'
import { sharedMs } from '@/server/bench/machine'
import { median } from '@/server/bench/percentile'
import type { ScalePoint } from '@/server/bench/scale/scale-figure'

const LISTED = 30

/**
 * The same words asked as SQLite offers it: by LIKE over headlines and texts, and of an index of whole words by FTS5 with
 * its own tokenizer and ranking, made for this in a file of its own. One word of many stories, and one of a single story.
 */
export function plainSearchValues(
  dataDir: string,
  { common, rare }: { common: readonly string[]; rare: string },
): ScalePoint['values'] {
  const client = new Sqlite(join(dataDir, 'plain-search.sqlite'))
  try {
    client.prepare('attach ? as paper').run(storeFile(dataDir))
    client.exec(`
      pragma journal_mode = off;
      create virtual table plain using fts5(headline, standfirst, body, content = '');
      insert into plain (rowid, headline, standfirst, body) select id, headline, standfirst, body from paper.articles;`)
    const like = client.prepare(`
      select id from paper.articles where headline like @word or body like @word order by published_at desc limit ${LISTED}`)
    const fts = client.prepare(`select rowid from plain where plain match ? order by rank limit ${LISTED}`)
    return {
      likeRare: timed(() => like.all({ word: `%${rare}%` })),
      ftsCommon: median(common.map((word) => timed(() => fts.all(`"${word}"`)))),
      ftsRare: median(common.map(() => timed(() => fts.all(`"${rare}"`)))),
    }
  } finally {
    client.close()
  }
}

function timed(work: () => unknown): number {
  const begun = sharedMs()
  work()
  return sharedMs() - begun
}
