import { rm } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { damageIn } from '@/db/store/sound-file'
import { BackupProblem } from '@/server/backup/manifest'

/** Pages that are copied before other work of this process is done. */
const PAGES_AT_ONCE = 4096

/** What a store holds. */
export interface StoreContent {
  /** The name of the paper. */
  paper: string
  stories: number
  /** The files of its pictures, by their path below the data folder. */
  media: string[]
}

/**
 * Copies the store in `source`, which may be in use, to the new file `target` as it is at one instant. All of it is copied
 * from one snapshot, so that writes meanwhile neither change the copy nor begin it anew.
 * Throws BackupProblem when the copy is not the whole store, or when the store is damaged.
 */
export async function copyStore(source: string, target: string): Promise<void> {
  const client = new Sqlite(source, { fileMustExist: true })
  try {
    client.pragma('busy_timeout = 5000')
    client.pragma('query_only = ON')
    client.exec('begin')
    // The snapshot is taken by the first read.
    client.prepare('select count(*) from sqlite_schema').get()
    const pages = Number(client.pragma('page_count', { simple: true }))
    const { totalPages, remainingPages } = await client.backup(target, { progress: () => PAGES_AT_ONCE })
    // SQLite reports an end without a single page when another program has the target locked.
    if (totalPages !== pages || remainingPages !== 0) {
      throw new BackupProblem(`The store was not copied: ${totalPages - remainingPages} of ${pages} pages.`)
    }
    client.exec('commit')
  } finally {
    client.close()
  }
}

/** Reads the whole store in `file` and says what it holds. Throws BackupProblem when it is damaged or holds no paper. */
export async function soundContent(file: string): Promise<StoreContent> {
  const client = new Sqlite(file, { fileMustExist: true })
  try {
    const damage = damageIn(client)
    if (damage !== null) throw new BackupProblem(`The store is damaged: ${damage}.`)
    const hasTables = client.prepare("select 1 from sqlite_schema where type = 'table' and name = 'settings'").get()
    const paper = hasTables ? client.prepare('select name from settings').pluck().get() : undefined
    if (typeof paper !== 'string') throw new BackupProblem('There is no paper in the store.')
    const stories = Number(client.prepare('select count(*) from articles').pluck().get())
    const media = client
      .prepare(
        `select original as name from media
         union select json_extract(value, '$.name') from media, json_each(media.files)`,
      )
      .pluck()
      .all()
    return { paper, stories, media: media.map((name) => `media/${name}`) }
  } finally {
    client.close()
    // Nothing is in them once the only connection is closed.
    for (const end of ['-wal', '-shm']) await rm(file + end, { force: true })
  }
}
