import { asc, eq, isNull } from 'drizzle-orm'
import { addAuthor, describeAuthor } from '@/db/paper/authors'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { authors } from '@/db/store/schema'
import { plainSlugFrom } from '@/lib/addresses/paths'
import { nameKey } from '@/lib/text/name-key'

/** The author to whom the account `userId` belongs; null when there is none. */
export async function authorOfAccount(db: Reader, userId: string): Promise<{ id: number; name: string } | null> {
  const [author] = await db
    .select({ id: authors.id, name: authors.name })
    .from(authors)
    .where(eq(authors.userId, userId))
  return author ?? null
}

/**
 * Gives a new account its byline and returns the id of the author.
 * - An author without an account who is the only one with this name is the same person.
 * - Otherwise an author is added, who has no page for readers before the first story with the name is published.
 */
export async function bringByline(
  db: Writer,
  { user, now }: { user: { id: string; name: string }; now: Date },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const own = await authorOfAccount(tx, user.id)
    if (own) return own.id
    const free = await tx
      .select({ id: authors.id, name: authors.name })
      .from(authors)
      .where(isNull(authors.userId))
      .orderBy(asc(authors.id))
    const [same, ...others] = free.filter(({ name }) => nameKey(name) === nameKey(user.name))
    if (same && !others.length) {
      await describeAuthor(tx, { id: same.id, userId: user.id, now })
      return same.id
    }
    const slug = await freeSlug(tx, plainSlugFrom(user.name) || 'author')
    return addAuthor(tx, { slug, name: user.name, userId: user.id, awaitsStory: true, now })
  })
}

/** `wanted`, or with the lowest number from 2 on that no author has behind it. */
async function freeSlug(db: Reader, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const taken = await db.select({ id: authors.id }).from(authors).where(eq(authors.slug, slug))
    if (!taken.length) return slug
  }
}
