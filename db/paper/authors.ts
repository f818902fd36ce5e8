import { isDeepStrictEqual } from 'node:util'
import { asc, eq, sql } from 'drizzle-orm'
import { claimPath, movePath } from '@/db/addresses/redirects'
import { pictureColumns, pictureFrom, picturesByIds } from '@/db/pictures/pictures'
import { hasAuthorPage } from '@/db/reading/author-page'
import { markDocuments } from '@/db/search/marked-documents'
import { users } from '@/db/store/account-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { authors, media } from '@/db/store/schema'
import { authorPath, slugFrom } from '@/lib/addresses/paths'
import type { Author, AuthorLink } from '@/lib/article/article'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { type Tagged, tags } from '@/lib/pages/tags'

/** The tag of the list of all authors. */
const ALL_AUTHORS = 'list:authors'

/** What is said of an author beside name and slug. */
export interface AuthorDescription {
  role: string
  bio: string
  /** Where readers can write to; empty for nowhere. */
  email: string
  links: AuthorLink[]
  portraitId: number | null
  /** The account of this person at the desk; null for none. */
  userId: string | null
}

/** The author with this slug who has a page for readers; null when there is none. */
export async function authorBySlug(db: Reader, slug: string): Promise<Tagged<Author | null>> {
  const [row] = await profiles(db).where(eq(authors.slug, slug))
  if (!row) return { value: null, tags: [ALL_AUTHORS] }
  return { value: row.hasPage ? authorFrom(row) : null, tags: tagsOf(row) }
}

/** The author with this id; null when there is none. */
export async function authorById(db: Reader, id: number): Promise<Author | null> {
  const [row] = await profiles(db).where(eq(authors.id, id))
  return row ? authorFrom(row) : null
}

/** Every author, by name, ties by id. */
export async function allAuthors(db: Reader): Promise<Tagged<Author[]>> {
  return listed(await profiles(db).orderBy(asc(authors.name), asc(authors.id)))
}

/** Every author who has a page for readers, by name, ties by id. */
export async function authorsWithPages(db: Reader): Promise<Tagged<Author[]>> {
  const rows = await profiles(db).orderBy(asc(authors.name), asc(authors.id))
  // Tagged with all of them: one who has no page yet may have one next.
  return { value: listed(rows.filter(({ hasPage }) => hasPage)).value, tags: listed(rows).tags }
}

type NewAuthor = Partial<AuthorDescription> & { slug: string; name: string; awaitsStory?: boolean; now: Date }

/**
 * Adds an author and returns the id; what is left out of the description is empty. Throws when `slug` is not valid or
 * another author has it, and when another author has the account.
 */
export async function addAuthor(db: Writer, { now, ...author }: NewAuthor): Promise<number> {
  return inTransaction(db, async (tx) => {
    await requireFreeSlug(tx, author.slug, null)
    const [made] = await tx.insert(authors).values(author).returning({ id: authors.id })
    if (!made) throw new Error(`author "${author.slug}" was not added`)
    await claimPath(tx, { path: authorPath(author.slug), now })
    await invalidate(tx, [tags.author(made.id), ALL_AUTHORS], now)
    return made.id
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
    if (before.name !== name) await markDocuments(tx, sql`select article_id from bylines where author_id = ${id}`)
    await movePath(tx, { from: authorPath(before.slug), to: authorPath(slug), now })
    await invalidate(tx, [tags.author(id)], now)
  })
}

/**
 * Changes what is said of author `id`; what is left out stays. Throws when the author does not exist, and when another
 * author has the account.
 */
export async function describeAuthor(
  db: Writer,
  { id, now, ...changes }: Partial<AuthorDescription> & { id: number; now: Date },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const [row] = await tx.select().from(authors).where(eq(authors.id, id))
    if (!row) throw new Error(`author ${id} does not exist`)
    const { role, bio, email, links, portraitId, userId } = row
    const before: AuthorDescription = { role, bio, email, links, portraitId, userId }
    const after = { ...before, ...changes }
    if (isDeepStrictEqual(before, after)) return
    await tx.update(authors).set(after).where(eq(authors.id, id))
    await invalidate(tx, [tags.author(id)], now)
  })
}

/** Deletes author `id`, which nothing in the store refers to any more; in the open transaction. */
export async function dropAuthor(tx: Transaction, { id, now }: { id: number; now: Date }): Promise<void> {
  await tx.delete(authors).where(eq(authors.id, id))
  await invalidate(tx, [tags.author(id), ALL_AUTHORS], now)
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
      email: authors.email,
      links: authors.links,
      awaitsStory: authors.awaitsStory,
      hasPage: sql<number>`${hasAuthorPage()}`,
    })
    .from(authors)
    .leftJoin(media, eq(media.id, authors.portraitId))
}

type Profile = Awaited<ReturnType<typeof profiles>>[number]

function listed(rows: Profile[]): Tagged<Author[]> {
  return { value: rows.map(authorFrom), tags: [...new Set([ALL_AUTHORS, ...rows.flatMap(tagsOf)])] }
}

function authorFrom({ awaitsStory: _, hasPage: __, ...row }: Profile): Author {
  return { ...row, portrait: row.portrait && pictureFrom(row.portrait) }
}

function tagsOf({ id, portrait, awaitsStory }: Profile): string[] {
  // The first story with the name gives it a page.
  const waiting = awaitsStory ? [tags.authorList(id)] : []
  return [tags.author(id), ...(portrait ? [tags.media(portrait.id)] : []), ...waiting]
}

/**
 * Why an author cannot be what `author` says, in an editor's words; null when it can. `self` is the id, null for a new one.
 * The address must be free, the account must exist and belong to no other author, and the portrait must exist.
 */
export async function authorProblem(
  db: Reader,
  {
    author: { slug, userId, portraitId },
    self,
  }: { author: Pick<AuthorDescription, 'userId' | 'portraitId'> & { slug: string }; self: number | null },
): Promise<Refusal | null> {
  const taken = await authorAddressProblem(db, { slug, self })
  if (taken) return refuse('slug', taken)
  if (portraitId !== null && !(await picturesByIds(db, [portraitId])).has(portraitId)) {
    return refuse('portraitId', 'The picture is gone. Choose another one.')
  }
  if (userId === null) return null
  const [user] = await db.select({ name: users.name }).from(users).where(eq(users.id, userId))
  if (!user) return refuse('userId', 'There is no such account any more. Choose another one.')
  const [other] = await db
    .select({ id: authors.id, name: authors.name })
    .from(authors)
    .where(eq(authors.userId, userId))
  if (!other || other.id === self) return null
  return refuse(
    'userId',
    `The account of ${user.name} belongs to the author ${other.name}. Merge the two authors, or choose another account.`,
  )
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
