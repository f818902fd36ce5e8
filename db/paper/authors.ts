import { asc, eq } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { pictureColumns, pictureFrom } from '@/db/pictures/pictures'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { authors, media } from '@/db/store/schema'
import { authorPath, slugFrom } from '@/lib/addresses/paths'
import type { Author } from '@/lib/article/article'
import { type Tagged, tags } from '@/lib/pages/tags'

/** The tag of the list of all authors. */
const ALL_AUTHORS = 'list:authors'

/** The author with this slug; null when it does not exist. */
export async function authorBySlug(db: Reader, slug: string): Promise<Tagged<Author | null>> {
  const [row] = await profiles(db).where(eq(authors.slug, slug))
  return row ? { value: authorFrom(row), tags: tagsOf(row) } : { value: null, tags: [ALL_AUTHORS] }
}

/** Every author, by name, ties by id. */
export async function allAuthors(db: Reader): Promise<Tagged<Author[]>> {
  const rows = await profiles(db).orderBy(asc(authors.name), asc(authors.id))
  return { value: rows.map(authorFrom), tags: [...new Set([ALL_AUTHORS, ...rows.flatMap(tagsOf)])] }
}

/** Adds an author and returns the id. Throws when `slug` is not valid or another author has it. */
export async function addAuthor(
  db: Writer,
  {
    slug,
    name,
    role,
    bio,
    portraitId,
    now,
  }: { slug: string; name: string; role: string; bio: string; portraitId: number | null; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    await requireFreeSlug(tx, slug, null)
    const [author] = await tx
      .insert(authors)
      .values({ slug, name, role, bio, portraitId })
      .returning({ id: authors.id })
    if (!author) throw new Error(`author "${slug}" was not added`)
    await claimPath(tx, { path: authorPath(slug), now })
    await invalidate(tx, [tags.author(author.id), ALL_AUTHORS], now)
    return author.id
  })
}

/**
 * Changes the name or the slug of author `id`, or both; the old address redirects to the new one.
 * Throws when the author does not exist, or when `slug` is not valid or another author has it.
 */
export async function renameAuthor(
  db: Writer,
  { id, name, slug, now }: { id: number; name: string; slug: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [before] = await tx.select({ name: authors.name, slug: authors.slug }).from(authors).where(eq(authors.id, id))
    if (!before) throw new Error(`author ${id} does not exist`)
    if (before.name === name && before.slug === slug) return
    await requireFreeSlug(tx, slug, id)
    await tx.update(authors).set({ name, slug }).where(eq(authors.id, id))
    await movePath(tx, { from: authorPath(before.slug), to: authorPath(slug), now })
    await invalidate(tx, [tags.author(id)], now)
  })
}

/** Changes the role and the biography of author `id`. Throws when the author does not exist. */
export async function describeAuthor(
  db: Writer,
  { id, role, bio, now }: { id: number; role: string; bio: string; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [before] = await tx.select({ role: authors.role, bio: authors.bio }).from(authors).where(eq(authors.id, id))
    if (!before) throw new Error(`author ${id} does not exist`)
    if (before.role === role && before.bio === bio) return
    await tx.update(authors).set({ role, bio }).where(eq(authors.id, id))
    await invalidate(tx, [tags.author(id)], now)
  })
}

function profiles(db: Reader) {
  return db
    .select({
      id: authors.id,
      slug: authors.slug,
      name: authors.name,
      role: authors.role,
      bio: authors.bio,
      portrait: pictureColumns,
    })
    .from(authors)
    .leftJoin(media, eq(media.id, authors.portraitId))
}

type Profile = Awaited<ReturnType<typeof profiles>>[number]

function authorFrom(row: Profile): Author {
  return { ...row, portrait: row.portrait && pictureFrom(row.portrait) }
}

function tagsOf({ id, portrait }: Profile): string[] {
  return [tags.author(id), ...(portrait ? [tags.media(portrait.id)] : [])]
}

/** Why `slug` cannot be that of author `self` (null: of a new one), in an editor's words; null when it can. */
export async function authorAddressProblem(
  db: Reader,
  { slug, self }: { slug: string; self: number | null },
): Promise<string | null> {
  const [other] = await db.select({ id: authors.id }).from(authors).where(eq(authors.slug, slug))
  // An address that it has stays, whatever rule it was made by.
  if (other && other.id === self) return null
  if (slug === '' || slug !== slugFrom(slug)) return 'Use lower-case letters, digits and single dashes.'
  return other ? `Another author has the address “${slug}”.` : null
}

async function requireFreeSlug(db: Reader, slug: string, self: number | null): Promise<void> {
  const problem = await authorAddressProblem(db, { slug, self })
  if (problem) throw new Error(`author "${slug}": ${problem}`)
}
