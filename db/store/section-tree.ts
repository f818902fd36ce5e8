import { asc } from 'drizzle-orm'
import type { Reader } from '@/db/store/open'
import { sections } from '@/db/store/schema'
import type { Section } from '@/lib/article/article'
import { sectionLine } from '@/lib/paper/section-line'

/** The columns of a section. */
export const sectionColumns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  parentId: sections.parentId,
}

/**
 * Every section in tree order: parents before children, siblings by position, ties by id.
 * A paper has tens of sections, so reading all of them is faster than querying one branch.
 */
export async function sectionTree(db: Reader): Promise<Section[]> {
  const rows = await db.select(sectionColumns).from(sections).orderBy(asc(sections.position), asc(sections.id))
  const below = (parentId: number | null): Section[] =>
    rows.filter((row) => row.parentId === parentId).flatMap((row) => [row, ...below(row.id)])
  return below(null)
}

/** The sections from the top of the tree down to section `id`. Throws when that does not exist. */
export async function sectionLineOf(db: Reader, id: number): Promise<Section[]> {
  const line = sectionLine(new Map((await sectionTree(db)).map((section) => [section.id, section])), id)
  if (!line.length) throw new Error(`section ${id} does not exist`)
  return line
}

/** The ids of section `id` and of every section below it. */
export async function sectionAndBelow(db: Reader, id: number): Promise<number[]> {
  const within = new Set([id])
  // Parents come before children, so one pass is enough.
  for (const section of await sectionTree(db)) {
    if (section.parentId !== null && within.has(section.parentId)) within.add(section.id)
  }
  return [...within]
}
