import { and, eq, isNull, max, sql } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { teasersByIds } from '@/db/reading/teasers'
import { isPublic, nextVisibilityChange } from '@/db/reading/visibility'
import { markDocuments } from '@/db/search/marked-documents'
import { changesAtFirst } from '@/db/store/instant-tags'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { pages } from '@/db/store/pages-schema'
import { articles, sections } from '@/db/store/schema'
import { sectionColumns, sectionLineOf, sectionTree } from '@/db/store/section-tree'
import { sectionPath, sectionSlugProblem } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { Supply } from '@/lib/front/edition'
import { type Tagged, tags } from '@/lib/pages/tags'
import { sameNamed } from '@/lib/text/same-name'

/** Every section in tree order: parents before children, siblings by position. */
export async function allSections(db: Reader): Promise<Tagged<Section[]>> {
  return { value: await sectionTree(db), tags: [tags.site] }
}

/** The section with this slug; null when it does not exist. */
export async function sectionBySlug(db: Reader, slug: string): Promise<Tagged<Section | null>> {
  const [section] = await db.select(sectionColumns).from(sections).where(eq(sections.slug, slug))
  // Without a section there is no id for a tag. A new section invalidates the tag of the tree.
  return { value: section ?? null, tags: [section ? tags.section(section.id) : tags.site] }
}

/** The section with this id; null when it does not exist. */
export async function sectionById(db: Reader, id: number): Promise<Section | null> {
  const [section] = await db.select(sectionColumns).from(sections).where(eq(sections.id, id))
  return section ?? null
}

/**
 * Every section at the top of the tree, in order, with the newest public stories of that section and of all sections
 * below it: newest first, ties by id, at most `perSection`.
 */
export async function sectionBands(
  db: Reader,
  { now, perSection }: { now: Date; perSection: number },
): Promise<Tagged<Supply['sections']>> {
  const top = (await sectionTree(db)).filter(({ parentId }) => parentId === null)
  // The newest stories of each section come from an index. Only these few are then ranked within the top section.
  const newestOfSection = db
    .select({ id: articles.id })
    .from(articles)
    .where(and(sql`${articles.sectionId} = line.id`, isPublic(now)))
    .orderBy(sql`${articles.publishedAt} desc`, sql`${articles.id} desc`)
    .limit(perSection)
  const ranked = await db
    .select({ top: sql<number>`ranked.top`, id: sql<number>`ranked.id` })
    .from(
      sql`(
        with recursive line(id, top) as (
          select id, id from sections where parent_id is null
          union all
          select child.id, line.top from sections child join line on child.parent_id = line.id
        )
        select line.top, candidate.id,
          row_number() over (partition by line.top order by candidate.published_at desc, candidate.id desc) as place
        from line cross join articles candidate on candidate.id in (${newestOfSection})
      ) as ranked`,
    )
    .where(sql`ranked.place <= ${perSection}`)
    .orderBy(sql`ranked.top`, sql`ranked.place`)
  const shown = await teasersByIds(db, { ids: ranked.map(({ id }) => id), now })
  const teasers = new Map(shown.value.map((teaser) => [teaser.id, teaser]))
  const nextChange = await nextVisibilityChange(db, { now })
  return {
    value: top.map((section) => ({
      section: { name: section.name, slug: section.slug },
      teasers: ranked.filter((row) => row.top === section.id).flatMap(({ id }) => teasers.get(id) ?? []),
    })),
    tags: [
      ...new Set([
        tags.site,
        ...top.flatMap(({ id }) => [tags.section(id), tags.sectionList(id)]),
        ...shown.tags,
        ...changesAtFirst(nextChange),
      ]),
    ],
  }
}

/**
 * Adds a section as the last among its siblings.
 * Throws when `slug` cannot be a section's address or another section has it.
 */
export async function addSection(
  db: Writer,
  {
    slug,
    name,
    description,
    parentId,
    now,
  }: { slug: string; name: string; description: string; parentId: number | null; now: Date },
): Promise<Section> {
  return inTransaction(db, async (tx) => {
    await requireFreeSlug(tx, slug, null)
    const position = (await lastPosition(tx, parentId)) + 1
    const [section] = await tx
      .insert(sections)
      .values({ slug, name, description, parentId, position })
      .returning(sectionColumns)
    if (!section) throw new Error(`section "${slug}" was not added`)
    await claimPath(tx, { path: sectionPath(slug), now })
    await invalidate(tx, [tags.section(section.id), tags.site], now)
    return section
  })
}

/**
 * Changes the name or the slug of section `id`, or both; the old address redirects to the new one.
 * Throws when the section does not exist, when `slug` cannot be a section's address, or when another section has it.
 */
export async function renameSection(
  db: Writer,
  { id, name, slug, now }: { id: number; name: string; slug: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [before] = await tx.select(sectionColumns).from(sections).where(eq(sections.id, id))
    if (!before) throw new Error(`section ${id} does not exist`)
    if (before.name === name && before.slug === slug) return
    await requireFreeSlug(tx, slug, id)
    await tx.update(sections).set({ name, slug }).where(eq(sections.id, id))
    if (before.name !== name) await markDocuments(tx, sql`select id from articles where section_id = ${id}`)
    await movePath(tx, { from: sectionPath(before.slug), to: sectionPath(slug), now })
    await invalidate(tx, [tags.section(id), tags.site], now)
  })
}

/** Changes the description of section `id`, as its page shows it. Throws when the section does not exist. */
export async function describeSection(
  db: Writer,
  { id, description, now }: { id: number; description: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await sectionById(tx, id)
    if (!before) throw new Error(`section ${id} does not exist`)
    if (before.description === description) return
    await tx.update(sections).set({ description }).where(eq(sections.id, id))
    await invalidate(tx, [tags.section(id)], now)
  })
}

/**
 * Puts section `id` below section `parentId` (null: at the top), as the last there, with every section below it. Its
 * address and those of its stories stay. Does nothing when it stands there. Throws when either does not exist, and when
 * `parentId` is the section itself or stands below it.
 */
export async function placeSection(
  db: Writer,
  { id, parentId, now }: { id: number; parentId: number | null; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await sectionLineOf(tx, id)
    const former = before.at(-2)?.id ?? null
    if (former === parentId) return
    const after = parentId === null ? [] : await sectionLineOf(tx, parentId)
    if (after.some((section) => section.id === id)) throw new Error(`section ${id} cannot stand below itself`)
    const position = (await lastPosition(tx, parentId)) + 1
    await tx.update(sections).set({ parentId, position }).where(eq(sections.id, id))
    // The lists of the sections above lose or gain its stories.
    const lists = [...before, ...after].map((section) => tags.sectionList(section.id))
    await invalidate(tx, [...lists, tags.section(id), tags.site], now)
  })
}

/**
 * Moves section `id` one position up or down among its siblings; the first and the last stay within their ends.
 * Throws when the section does not exist.
 */
export async function moveSection(
  db: Writer,
  { id, to, now }: { id: number; to: 'up' | 'down'; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const tree = await sectionTree(tx)
    const own = tree.find((section) => section.id === id)
    if (!own) throw new Error(`section ${id} does not exist`)
    const siblings = tree.filter(({ parentId }) => parentId === own.parentId).map((section) => section.id)
    const place = siblings.indexOf(id)
    const other = place + (to === 'up' ? -1 : 1)
    if (other < 0 || other >= siblings.length) return
    siblings.splice(place, 1)
    siblings.splice(other, 0, id)
    for (const [index, sibling] of siblings.entries()) {
      await tx
        .update(sections)
        .set({ position: index + 1 })
        .where(eq(sections.id, sibling))
    }
    await invalidate(tx, [tags.site], now)
  })
}

/** Why `slug` cannot be that of section `self` (null: of a new one), in an editor's words; null when it can. */
export async function sectionAddressProblem(
  db: Reader,
  { slug, self }: { slug: string; self: number | null },
): Promise<string | null> {
  const [other] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  // An address that it has stays, whatever rule it was made by.
  if (other && other.id === self) return null
  const problem = sectionSlugProblem(slug)
  if (problem) return problem
  const [page] = await db.select({ id: pages.id }).from(pages).where(eq(pages.slug, slug))
  if (page) return `A page of the paper has the address “${slug}”.`
  return other ? `Another section has the address “${slug}”.` : null
}

/**
 * Why `name` cannot be that of section `self` (null: of a new one) below `parentId`, in an editor's words; null when it
 * can. Sections below different ones may share a name.
 */
export async function sectionNameProblem(
  db: Reader,
  { name, self, parentId }: { name: string; self: number | null; parentId: number | null },
): Promise<string | null> {
  const siblings = (await sectionTree(db)).filter((section) => section.parentId === parentId)
  const other = sameNamed(siblings, { name, self })
  return other && `There is a section “${other.name}” here already.`
}

/** The position of the last section below `parentId`; 0 without any. */
async function lastPosition(db: Reader, parentId: number | null): Promise<number> {
  const [last] = await db
    .select({ position: max(sections.position) })
    .from(sections)
    .where(parentId === null ? isNull(sections.parentId) : eq(sections.parentId, parentId))
  return last?.position ?? 0
}

async function requireFreeSlug(db: Reader, slug: string, self: number | null): Promise<void> {
  const problem = await sectionAddressProblem(db, { slug, self })
  if (problem) throw new Error(`section "${slug}": ${problem}`)
}
