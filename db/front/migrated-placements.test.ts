import { readdirSync, readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { beforeEach, expect, test } from 'vitest'
import { arrangementSchema, newCard } from '@/lib/front/arrangement'

const MIGRATIONS = 'db/migrations'
const MIGRATION = readdirSync(MIGRATIONS).find((file) => file.endsWith('_fronts.sql')) ?? ''

let old: Sqlite.Database

/** A store from before editions, with six stories. */
beforeEach(() => {
  old = new Sqlite(':memory:')
  for (const file of readdirSync(MIGRATIONS).sort()) if (file.endsWith('.sql') && file < MIGRATION) run(file)
  const story = old.prepare(`insert into articles
    (id, state, headline, kicker, standfirst, slug, kind, language, dateline, body, version, created_at, saved_at)
    values (?, 'draft', 'Ferry', '', '', 'ferry', 'news', 'en', '', '[]', 1, 0, 0)`)
  for (let id = 1; id <= 6; id++) story.run(id)
})

function run(file: string) {
  for (const statement of readFileSync(`${MIGRATIONS}/${file}`, 'utf8').split('--> statement-breakpoint')) {
    old.exec(statement)
  }
}

function placed(rows: [slot: string, label: string, position: number, article: number, endsAt: number | null][]) {
  const insert = old.prepare(
    'insert into placements (slot, label, position, article_id, starts_at, ends_at) values (?, ?, ?, ?, 1000, ?)',
  )
  for (const row of rows) insert.run(...row)
}

const card = (articleId: number, until: number | null = null) => ({ ...newCard(articleId), from: 1000, until })

test('what stood on the front page of an older store is its first edition', () => {
  placed([
    ['band', 'The storm', 2, 6, null],
    ['second', '', 2, 3, null],
    ['second', '', 1, 2, 5000],
    ['lead', '', 1, 1, null],
    ['band', 'Vote', 1, 4, null],
    ['band', 'The storm', 1, 5, null],
    ['strip', 'Breaking', 1, 6, 9000],
  ])
  run(MIGRATION)
  const [edition] = old.prepare('select arrangement, starts_at from editions').raw().all() as [string, number][]
  const arrangement = arrangementSchema.parse(JSON.parse(edition?.[0] ?? ''))
  expect(arrangement).toEqual({
    lead: card(1),
    seconds: [card(2, 5000), card(3)],
    bands: [
      { id: 'band-1', name: 'Vote', cards: [card(4)] },
      { id: 'band-2', name: 'The storm', cards: [card(5), card(6)] },
    ],
  })
  expect(edition?.[1]).toBe(1000)
  expect(old.prepare('select article_id from edition_stories order by 1').pluck().all()).toEqual([1, 2, 3, 4, 5, 6])
  expect(old.prepare('select label, article_id, starts_at, ends_at from strips').raw().all()).toEqual([
    ['Breaking', 6, 1000, 9000],
  ])
})

test('an older store without placements has no edition', () => {
  run(MIGRATION)
  expect(old.prepare('select count(*) from editions').pluck().get()).toBe(0)
})

test('the front page of the demo edition stays an item of it unless somebody placed a story', () => {
  const remembered = old.prepare("insert into demo_items (kind, item_id, fingerprint) values ('placement', ?, 'x')")
  placed([['lead', '', 1, 1, null]])
  remembered.run('1')
  old.exec('savepoint untouched')
  run(MIGRATION)
  const items = () => old.prepare('select kind, item_id from demo_items').raw().all()
  expect(items()).toEqual([['edition', '1']])
  old.exec('rollback to untouched')
  placed([['second', '', 1, 2, null]])
  run(MIGRATION)
  expect(items()).toEqual([])
})
