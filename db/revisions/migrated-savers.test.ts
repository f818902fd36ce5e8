import { readdirSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'

const MIGRATIONS = 'db/migrations'
const MIGRATION = '0008_saved-by-account.sql'

let old: Sqlite.Database

/** A store from before revisions named accounts, with one article. */
beforeEach(() => {
  old = new Sqlite(':memory:')
  old.pragma('foreign_keys = ON')
  for (const file of readdirSync(MIGRATIONS).sort()) {
    if (file.endsWith('.sql') && file < MIGRATION) run(file)
  }
  const person = old.prepare(
    'insert into users (id, name, email, email_verified, created_at, updated_at, role) values (?, ?, ?, 1, 0, 0, ?)',
  )
  for (const [id, name] of [
    ['mara', 'Mara Quill'],
    ['tomas', 'Tomas Reed'],
    ['tomas-two', 'Tomas Reed'],
  ]) {
    person.run(id, name, `${id}@observer.example`, 'editor')
  }
  old.exec(`insert into articles
    (id, state, headline, kicker, standfirst, slug, kind, language, dateline, body, version, created_at, saved_at)
    values (7, 'draft', 'Ferry cancelled', '', '', 'ferry-cancelled', 'news', 'en', '', '[]', 4, 0, 0)`)
})

function run(file: string) {
  for (const statement of readFileSync(`${MIGRATIONS}/${file}`, 'utf8').split('--> statement-breakpoint')) {
    old.exec(statement)
  }
}

/** Who saved each version of the article, once the store is migrated. */
function savedBy(...names: string[]) {
  const revision = old.prepare(
    "insert into revisions (article_id, version, snapshot, saved_at, saved_by, reason) values (7, ?, '{}', 0, ?, 'saved')",
  )
  for (const [index, name] of names.entries()) revision.run(index + 1, name)
  run(MIGRATION)
  return old.prepare('select saved_by, saved_by_id from revisions order by version').raw().all()
}

test('a version of a migrated store keeps its name and gets the one account with that name', () => {
  expect(savedBy('Mara Quill', 'Mara Quill')).toEqual([
    ['Mara Quill', 'mara'],
    ['Mara Quill', 'mara'],
  ])
})

test('a version of a migrated store has no account when two have that name, or none has', () => {
  expect(savedBy('Tomas Reed', 'The schedule', 'root')).toEqual([
    ['Tomas Reed', null],
    ['The schedule', null],
    ['root', null],
  ])
})

test('a version keeps its name when the account is deleted', () => {
  savedBy('Mara Quill')
  old.exec("delete from users where id = 'mara'")
  expect(old.prepare('select saved_by, saved_by_id from revisions').raw().all()).toEqual([['Mara Quill', null]])
})
