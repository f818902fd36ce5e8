import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { importArticles } from '@/db/editing/import-articles'
import { writeArticle } from '@/db/editing/writing'
import { addAuthor } from '@/db/paper/authors'
import { addSection } from '@/db/paper/sections'
import { addTopic } from '@/db/paper/topics'
import { correct } from '@/db/publishing/changes'
import { inTransaction, type MemoryStore, openMemoryStore } from '@/db/store/open'
import { emptyManuscript } from '@/lib/article/manuscript'
import { NEW_DRAFT } from '@/lib/article/snapshot'
import { withoutAccount } from '@/lib/revisions/saver'

const PUBLISHED = new Date('1998-03-02T08:00:00Z')
const CORRECTED = new Date('1998-03-02T11:30:00Z')
const NOW = new Date('2026-11-20T00:00:00Z')
const NOTE = 'The bridge was opened in 1931, not in 1913.'
const IMPORT = withoutAccount('Import')
const DESK = withoutAccount('The desk')

async function paper(): Promise<{ db: MemoryStore; sectionId: number; topicId: number; authorId: number }> {
  const db = openMemoryStore()
  const section = await addSection(db, { slug: 'city', name: 'City', description: '', parentId: null, now: PUBLISHED })
  const topic = await addTopic(db, { slug: 'bridges', name: 'Bridges', description: '', now: PUBLISHED })
  const authorId = await addAuthor(db, { slug: 'ines-varga', name: 'Ines Varga', now: PUBLISHED })
  return { db, sectionId: section.id, topicId: topic.id, authorId }
}

/** Two stories, of which the second names the first and was corrected. */
function stories({ sectionId, topicId, authorId }: { sectionId: number; topicId: number; authorId: number }) {
  const common = {
    ...emptyManuscript('en'),
    sectionId,
    topicIds: [topicId],
    bylines: [{ authorId, name: null }],
  }
  const paragraph = { type: 'paragraph' as const, id: 'e1', text: [{ text: 'The Swing Bridge turns again.' }] }
  const named = { type: 'also-read' as const, id: 'e2', target: { kind: 'article' as const, article: 1 } }
  return [
    { ...common, headline: 'Swing bridge is painted', slug: 'swing-bridge-is-painted', body: [paragraph] },
    { ...common, headline: 'Swing bridge turns', slug: 'swing-bridge-turns', body: [paragraph, named] },
  ]
}

const TABLES = [
  'articles',
  'article_topics',
  'bylines',
  'links',
  'revisions',
  'corrections',
  'search_documents',
  'search_words',
]

/** Every row of what a story is made of; the order of the keys in a snapshot means nothing. */
function rowsOf(db: MemoryStore): Record<string, unknown[]> {
  const rows = (table: string) => db.all<Record<string, unknown>>(sql.raw(`select * from ${table} order by 1, 2`))
  return Object.fromEntries(
    TABLES.map((table) => [
      table,
      rows(table).map((row) => ({ ...row, snapshot: JSON.parse(String(row.snapshot ?? null)) })),
    ]),
  )
}

test('an import stores what writing and correcting the same stories one by one stores', async () => {
  const one = await paper()
  for (const draft of stories(one)) {
    const imported = {
      ...NEW_DRAFT,
      state: 'published' as const,
      publishedAt: PUBLISHED.getTime(),
      createdAt: PUBLISHED,
    }
    await writeArticle(one.db, { draft, imported, by: IMPORT, now: PUBLISHED })
  }
  await correct(one.db, { id: 2, note: NOTE, by: DESK, now: CORRECTED })

  const other = await paper()
  const imported = stories(other).map((manuscript, place) => {
    const snapshot = { ...manuscript, ...NEW_DRAFT, state: 'published' as const, publishedAt: PUBLISHED.getTime() }
    const first = { snapshot, savedAt: PUBLISHED, by: IMPORT, reason: 'imported' }
    const after = { ...snapshot, updatedAt: CORRECTED.getTime() }
    const second = { snapshot: after, savedAt: CORRECTED, by: DESK, reason: 'corrected', remark: NOTE }
    return {
      createdAt: PUBLISHED,
      versions: place === 1 ? [first, second] : [first],
      corrections: place === 1 ? [{ note: NOTE, correctedAt: CORRECTED }] : [],
    }
  })
  const ids = await inTransaction(other.db, (tx) => importArticles(tx, { imported, now: NOW }))

  expect(ids).toEqual([1, 2])
  expect(rowsOf(other.db)).toEqual(rowsOf(one.db))
  const stale = (db: MemoryStore) => db.all<{ tag: string }>(sql`select tag from staleness`).map(({ tag }) => tag)
  expect(stale(other.db)).toEqual(expect.arrayContaining(stale(one.db)))
})

test('an import tells no receiver, and the audit log once', async () => {
  const { db, ...names } = await paper()
  const imported = stories(names).map((manuscript) => ({
    createdAt: PUBLISHED,
    versions: [
      {
        snapshot: { ...manuscript, ...NEW_DRAFT, state: 'published' as const, publishedAt: PUBLISHED.getTime() },
        savedAt: PUBLISHED,
        by: IMPORT,
        reason: 'imported',
      },
    ],
    corrections: [],
  }))
  await inTransaction(db, (tx) => importArticles(tx, { imported, now: NOW }))
  expect(db.all(sql`select * from outbox`)).toEqual([])
  expect(db.all(sql`select action, detail from audit_log where action like '%imported'`)).toEqual([
    { action: 'site stories imported', detail: '2 stories' },
  ])
})
