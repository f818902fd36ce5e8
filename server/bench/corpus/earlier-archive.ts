import { mkdtempSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Sqlite from 'better-sqlite3'
import { storeFile } from '@/db/store/open'
import type { Corpus } from '@/server/bench/corpus/corpus-store'
import { RunningSite } from '@/server/bench/site/running-site'
import { scratchFolder } from '@/server/bench/site/scratch-folder'

/** Rows that say what the build itself did to its store. */
const OF_THE_BUILD = /^(?:__drizzle|sqlite_)/

/**
 * The archive as the built clone in `build` would keep it, in a folder that is gone when the bench ends. That build makes an
 * empty store; the rows of every table that it knows are copied into it, as far as it knows their columns. Indexes of words
 * stay empty: articles do not read them.
 */
export async function archiveOfBuild({ dataDir, count }: Corpus, build: string): Promise<string> {
  const folder = mkdtempSync(join(scratchFolder(), `earlier-${count}-`))
  const site = await RunningSite.start(folder, { cwd: build, env: { EDITION: 'empty' } })
  await site.stop()
  symlinkSync(resolve(dataDir, 'media'), join(folder, 'media'))
  copyRows(storeFile(folder), storeFile(dataDir))
  return folder
}

/** Replaces the rows of each ordinary table of the store in `to` by those of the table of that name of the store in `from`. */
export function copyRows(to: string, from: string): void {
  const client = new Sqlite(to)
  try {
    client.pragma('foreign_keys = off')
    client.prepare('attach ? as archive').run(from)
    client.transaction(() => {
      const triggers = client.prepare("select name, sql from main.sqlite_master where type = 'trigger'").all() as {
        name: string
        sql: string
      }[]
      for (const { name } of triggers) client.exec(`drop trigger "${name}"`)
      const shared = new Set(tablesOf(client, 'archive'))
      for (const table of tablesOf(client, 'main').filter((name) => shared.has(name))) {
        const there = new Set(columnsOf(client, 'archive', table))
        const columns = columnsOf(client, 'main', table).filter((name) => there.has(name))
        const names = columns.map((name) => `"${name}"`).join(', ')
        client.exec(
          `delete from main."${table}"; insert into main."${table}" (${names}) select ${names} from archive."${table}"`,
        )
      }
      for (const { sql } of triggers) client.exec(sql)
    })()
  } finally {
    client.close()
  }
}

function tablesOf(client: Sqlite.Database, schema: 'main' | 'archive'): string[] {
  const ordinary = client
    .prepare("select name from pragma_table_list where schema = ? and type = 'table'")
    .pluck()
    .all(schema) as string[]
  return ordinary.filter((name) => !OF_THE_BUILD.test(name))
}

function columnsOf(client: Sqlite.Database, schema: 'main' | 'archive', table: string): string[] {
  return client.prepare('select name from pragma_table_info(?, ?)').pluck().all(table, schema) as string[]
}
