import { readdirSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'

const MIGRATIONS = 'db/migrations'
const files = readdirSync(MIGRATIONS)
  .filter((file) => file.endsWith('.sql'))
  .sort()
const MIGRATION = files.find((file) => file.endsWith('_pages-and-menus.sql')) ?? ''

test('the standing pages of an older store are published pages with one version', () => {
  const old = new Sqlite(':memory:')
  const run = (file: string) => {
    for (const statement of readFileSync(`${MIGRATIONS}/${file}`, 'utf8').split('--> statement-breakpoint')) {
      old.exec(statement)
    }
  }
  for (const file of files) if (file < MIGRATION) run(file)
  const body = '[{"type":"paragraph","id":"e1","text":[{"text":"We print."}]}]'
  const insert = old.prepare('insert into standing_pages (slug, headline, body, saved_at) values (?, ?, ?, ?)')
  insert.run('ethics', 'How we work', body, 2000)
  insert.run('about', 'About us', '[]', 1000)
  run(MIGRATION)
  const shown = old
    .prepare(
      `select slug, published_at, changed_at, taken_down_at, headline, body, saved_by
       from pages join page_versions on page_id = pages.id and page_versions.version = published_version order by slug`,
    )
    .raw()
    .all()
  expect(shown).toEqual([
    ['about', 1000, 1000, null, 'About us', '[]', 'The site'],
    ['ethics', 2000, 2000, null, 'How we work', body, 'The site'],
  ])
})
