import { readdirSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'

const MIGRATIONS = 'db/migrations'
const MIGRATION = readdirSync(MIGRATIONS).find((file) => file.endsWith('_picture-library.sql')) ?? ''

function run(store: Sqlite.Database, file: string): void {
  for (const statement of readFileSync(`${MIGRATIONS}/${file}`, 'utf8').split('--> statement-breakpoint')) {
    store.exec(statement)
  }
}

test('an older store knows where its pictures stand, since when, and finds them by their words', () => {
  const store = new Sqlite(':memory:')
  for (const file of readdirSync(MIGRATIONS).sort()) if (file.endsWith('.sql') && file < MIGRATION) run(store, file)
  const picture = store.prepare(`insert into media (id, alt, credit, width_px, height_px, original, files, created_at)
    values (?, 'The QUAY', 'Noor', 9, 9, ?, '[]', 0)`)
  for (const id of [1, 2, 3, 4]) picture.run(id, `originals/${id}.jpg`)
  const section = `insert into sections (id, slug, name, position) values (1, 'city', 'City', 1)`
  store.exec(section)
  const story = store.prepare(`insert into articles
    (id, state, headline, kicker, standfirst, slug, kind, language, dateline, body, section_id, lead_media_id, version, created_at, published_at, saved_at)
    values (?, ?, 'Ferry', '', '', 'ferry', 'news', 'en', '', ?, 1, ?, 1, 0, ?, 70)`)
  const gallery = JSON.stringify([{ type: 'gallery', id: 'e1', items: [{ media: 2 }, { media: 99 }] }])
  story.run(1, 'published', gallery, 1, 50)
  story.run(2, 'draft', JSON.stringify([{ type: 'image', id: 'e1', media: 2 }]), null, null)
  store
    .prepare(`insert into working_copies (article_id, manuscript, saved_at, saved_by) values (1, ?, 80, 'Mara')`)
    .run(JSON.stringify({ leadMediaId: 3, body: JSON.parse(gallery) }))
  run(store, MIGRATION)
  const uses = store.prepare('select media_id, article_id, state, since from picture_uses order by 1, 2').raw().all()
  expect(uses).toEqual([
    [1, 1, 'published', 50],
    [2, 1, 'published', 50],
    [2, 2, 'planned', 70],
    [3, 1, 'planned', 80],
  ])
  const events = store.prepare('select media_id, kind, happened_at from picture_events order by 1, 3').raw().all()
  expect(events).toEqual([
    [1, 'published', 50],
    [2, 'published', 50],
    [2, 'planned', 70],
    [3, 'planned', 80],
  ])
  expect(store.prepare('select distinct search_words from media').pluck().all()).toEqual(['the quay  noor'])
})
