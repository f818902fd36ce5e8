import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { authors, sections, topics } from '@/db/store/schema'
import { sectionAndBelow } from '@/db/store/section-tree'
import type { AskedSearch } from '@/lib/search/asked-search'
import type { SubjectFilter } from '@/lib/search/subjects'
import { DAY_MS } from '@/lib/time/durations'
import { readWallTime } from '@/lib/time/wall-clock'

/** No section, topic or author has it. */
const NOBODY = 0

export interface AskedFilters {
  subjects: SubjectFilter
  from: Date | null
  until: Date | null
  /** What the slugs name, for those that are asked for; null for one that names nothing. */
  names: Partial<Record<'section' | 'topic' | 'author', string | null>>
}

/** How a search is narrowed: ids of what the slugs name, instants of the days in `timeZone`. An unknown slug finds nothing. */
export async function askedFilters(db: Reader, asked: AskedSearch, timeZone: string): Promise<AskedFilters> {
  const subjects: SubjectFilter = {}
  const names: AskedFilters['names'] = {}
  if (asked.section) {
    const [row] = await db
      .select({ id: sections.id, name: sections.name })
      .from(sections)
      .where(eq(sections.slug, asked.section))
    names.section = row?.name ?? null
    subjects.sectionIds = row ? await sectionAndBelow(db, row.id) : []
  }
  if (asked.topic) {
    const [row] = await db.select({ id: topics.id, name: topics.name }).from(topics).where(eq(topics.slug, asked.topic))
    names.topic = row?.name ?? null
    subjects.topicId = row?.id ?? NOBODY
  }
  if (asked.author) {
    const [row] = await db
      .select({ id: authors.id, name: authors.name })
      .from(authors)
      .where(eq(authors.slug, asked.author))
    names.author = row?.name ?? null
    subjects.authorId = row?.id ?? NOBODY
  }
  if (asked.kind) subjects.kind = asked.kind
  return {
    subjects,
    names,
    from: beginningOf(asked.from, timeZone),
    until: beginningOf(dayAfter(asked.until), timeZone),
  }
}

function dayAfter(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? '' : new Date(at + DAY_MS).toISOString().slice(0, 10)
}

/** The instant at which the day begins; null for what is no day. */
function beginningOf(day: string, timeZone: string): Date | null {
  const reading = readWallTime({ day, time: '00:00' }, timeZone)
  if (!reading) return null
  if (reading.kind === 'never') return reading.jump
  return reading.kind === 'twice' ? reading.at[0] : reading.at
}
