import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { indexRelated } from '@/db/linking/index-related'
import { closeStore, inTransaction, openStore, type Store, storeFile, type Transaction } from '@/db/store/open'
import { articles, articleTopics, links, sections, topics } from '@/db/store/schema'
import { insertable } from '@/db/store/value-lists'
import { storyTerms } from '@/lib/linking/related/story-terms'
import type { CorpusDocument } from '@/server/evaluate/corpus-file'
import { languageByScript } from '@/server/evaluate/corpus-language'

/** A corpus in a store of its own. The document at place n is article n + 1, and topic n + 1 the topic of that place. */
export interface LoadedCorpus {
  db: Store
  documents: readonly CorpusDocument[]
  languages: readonly string[]
  topicIds: readonly (readonly number[])[]
  textBytes: number
  indexBytes: number
  close: () => Promise<void>
}

const AT_ONCE = 2000

/** Loads `documents` into a temporary store: as published stories, with topics, sections, links and the index. */
export async function loadCorpus(
  documents: readonly CorpusDocument[],
  report: (line: string) => void,
): Promise<LoadedCorpus> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-evaluate-'))
  const db = openStore(storeFile(folder))
  const close = async () => {
    await closeStore(db)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const languages = documents.map(({ headline, body }) => languageByScript(`${headline} ${body}`))
    const numberOf = numbering()
    const topicIds = documents.map((document) => document.topics.map(numberOf))
    await inTransaction(db, (tx) => addLists(tx, { documents, topics: numberOf.names }))
    const sectionIds = new Map([...new Set(documents.map(({ section }) => section))].map((name, at) => [name, at + 1]))
    for (let from = 0; from < documents.length; from += AT_ONCE) {
      const some = documents.slice(from, from + AT_ONCE)
      await inTransaction(db, async (tx) => {
        const rows = some.map((document, at) =>
          articleRow(document, {
            id: from + at + 1,
            sectionId: sectionIds.get(document.section) ?? 1,
            language: languages[from + at] ?? 'en',
          }),
        )
        for (const part of insertable(rows)) await tx.insert(articles).values(part)
        const named = some.flatMap((_, at) =>
          (topicIds[from + at] ?? []).map((topicId, position) => ({ articleId: from + at + 1, topicId, position })),
        )
        for (const part of insertable(named)) await tx.insert(articleTopics).values(part)
        await indexRelated(
          tx,
          some.map((document, at) => ({
            id: from + at + 1,
            publishedAt: document.date,
            terms: storyTerms({ ...document, language: languages[from + at] ?? 'en' }),
          })),
        )
      })
      if (from > 0) report(`${from} of ${documents.length} documents are indexed`)
    }
    await inTransaction(db, (tx) => addLinks(tx, documents))
    const [size] = await db.all<{ bytes: number }>(
      sql`select sum(pgsize) as bytes from dbstat where name like 'related\\_%' escape '\\' or name like 'sqlite_autoindex_related%'`,
    )
    const textBytes = documents.reduce(
      (sum, { headline, standfirst, body }) => sum + Buffer.byteLength(`${headline}${standfirst}${body}`),
      0,
    )
    return { db, documents, languages, topicIds, textBytes, indexBytes: size?.bytes ?? 0, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Numbers from 1 for names, in the order in which they are first asked for. */
function numbering(): ((name: string) => number) & { names: string[] } {
  const numbers = new Map<string, number>()
  const names: string[] = []
  const numberOf = (name: string) => {
    const known = numbers.get(name)
    if (known !== undefined) return known
    names.push(name)
    numbers.set(name, names.length)
    return names.length
  }
  return Object.assign(numberOf, { names })
}

async function addLists(
  tx: Transaction,
  { documents, topics: names }: { documents: readonly CorpusDocument[]; topics: readonly string[] },
): Promise<void> {
  const found = [...new Set(documents.map(({ section }) => section))]
  await tx.delete(sections)
  const sectionRows = found.map((name, at) => ({ id: at + 1, slug: `section-${at + 1}`, name, position: at }))
  for (const part of insertable(sectionRows)) await tx.insert(sections).values(part)
  const topicRows = names.map((name, at) => ({ id: at + 1, slug: `topic-${at + 1}`, name }))
  for (const part of insertable(topicRows)) await tx.insert(topics).values(part)
}

function articleRow(
  { headline, standfirst, date }: CorpusDocument,
  { id, sectionId, language }: { id: number; sectionId: number; language: string },
) {
  const at = new Date(date)
  return {
    id,
    state: 'published' as const,
    kind: 'news' as const,
    headline,
    kicker: '',
    standfirst,
    body: [],
    slug: `story-${id}`,
    sectionId,
    dateline: '',
    language,
    seoTitle: null,
    seoDescription: null,
    createdAt: at,
    savedAt: at,
    publishedAt: at,
    version: 1,
  }
}

async function addLinks(tx: Transaction, documents: readonly CorpusDocument[]): Promise<void> {
  const rows = documents.flatMap(({ related }, at) =>
    related.map((target, position) => ({
      sourceId: at + 1,
      position,
      targetId: target + 1,
      place: 'text' as const,
      elementId: `p${position}`,
    })),
  )
  for (const part of insertable(rows)) await tx.insert(links).values(part)
}
