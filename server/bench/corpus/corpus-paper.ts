import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { addAuthor } from '@/db/paper/authors'
import { addSection } from '@/db/paper/sections'
import { addTopic } from '@/db/paper/topics'
import type { Transaction } from '@/db/store/open'
import { sections, topics } from '@/db/store/schema'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { personOf } from '@/server/bench/corpus/names'
import type { Pool } from '@/server/bench/corpus/source-texts'

/** A section of the archive: how many of its stories there are in a thousand, and what they are about. */
export interface CorpusSection {
  slug: string
  name: string
  parent: string | null
  share: number
  pool: Pool
}

/** The sections into which the archive's stories go; those that the demo edition has are used as they are. */
export const CORPUS_SECTIONS: readonly CorpusSection[] = [
  { slug: 'companies', name: 'Companies', parent: 'business', share: 240, pool: 'companies' },
  { slug: 'markets', name: 'Markets', parent: 'business', share: 130, pool: 'markets' },
  { slug: 'world', name: 'World', parent: null, share: 170, pool: 'general' },
  { slug: 'city', name: 'City', parent: null, share: 120, pool: 'general' },
  { slug: 'politics', name: 'Politics', parent: null, share: 90, pool: 'general' },
  { slug: 'commodities', name: 'Commodities', parent: 'business', share: 60, pool: 'commodities' },
  { slug: 'energy', name: 'Energy', parent: 'business', share: 50, pool: 'energy' },
  { slug: 'technology', name: 'Technology', parent: null, share: 60, pool: 'technology' },
  { slug: 'culture', name: 'Culture', parent: null, share: 40, pool: 'entertainment' },
  { slug: 'wellbeing', name: 'Health', parent: null, share: 25, pool: 'health' },
  { slug: 'opinion', name: 'Opinion', parent: null, share: 15, pool: 'general' },
]

/** The ids under which a store has the sections, topics and authors of the archive. */
export interface CorpusPaper {
  sections: { id: number; slug: string; share: number; pool: Pool }[]
  topicIds: number[]
  authorIds: number[]
}

const TOPICS = 300
const AUTHORS = 400
/** People of the paper have surnames that no story uses. */
const AUTHORS_FROM = 1_900_000

/** Adds what the archive needs to a store with the demo edition. `names` are those of its topics. */
export async function addCorpusPaper(
  tx: Transaction,
  { names, now }: { names: string[]; now: Date },
): Promise<CorpusPaper> {
  const existing = await tx.select({ id: sections.id, slug: sections.slug }).from(sections)
  const sectionIds = new Map(existing.map(({ id, slug }) => [slug, id]))
  for (const { slug, name, parent } of CORPUS_SECTIONS) {
    if (sectionIds.has(slug)) continue
    const parentId = parent === null ? null : (sectionIds.get(parent) ?? null)
    sectionIds.set(slug, (await addSection(tx, { slug, name, description: '', parentId, now })).id)
  }
  const taken = new Set((await tx.select({ slug: topics.slug }).from(topics)).map(({ slug }) => slug))
  const topicIds: number[] = []
  for (const name of names) {
    const slug = plainSlugFrom(name)
    if (taken.has(slug) || slug === '' || topicIds.length === TOPICS) continue
    taken.add(slug)
    topicIds.push((await addTopic(tx, { slug, name, description: '', now })).id)
  }
  const authorIds: number[] = []
  for (let number = AUTHORS_FROM; authorIds.length < AUTHORS; number++) {
    const name = personOf(number)
    authorIds.push(await addAuthor(tx, { slug: plainSlugFrom(name), name, role: 'Reporter', portraitId: null, now }))
  }
  return {
    sections: CORPUS_SECTIONS.map(({ slug, share, pool }) => ({ id: sectionIds.get(slug) ?? 0, slug, share, pool })),
    topicIds,
    authorIds,
  }
}

interface Concept {
  prefLabel: Record<string, string>
  retired?: string
}

/** The English names of the media topics in `folder`, or numbered ones where it holds none. */
export async function topicNames(folder: string): Promise<string[]> {
  const path = join(folder, 'mediatopics/cptall-x-all.json.gz')
  if (!existsSync(path)) return Array.from({ length: TOPICS }, (_, number) => `Subject ${number + 1}`)
  const chunks: Buffer[] = []
  for await (const chunk of createReadStream(path).pipe(createGunzip())) chunks.push(chunk as Buffer)
  const { conceptSet } = JSON.parse(Buffer.concat(chunks).toString()) as { conceptSet: Concept[] }
  return conceptSet.flatMap(({ prefLabel, retired }) => (retired ? [] : (prefLabel['en-GB'] ?? [])))
}
