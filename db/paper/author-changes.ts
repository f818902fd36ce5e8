import { eq } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { type AuthorDescription, addAuthor, authorProblem, describeAuthor, renameAuthor } from '@/db/paper/authors'
import { pictureObstacles } from '@/db/paper/picture-obstacles'
import { picturesByIds } from '@/db/pictures/pictures'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { authors } from '@/db/store/schema'
import { chosenSlug } from '@/lib/addresses/paths'
import { changesInWords } from '@/lib/audit/changes-in-words'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { isBlank } from '@/lib/text/visible-text'

/** What somebody types of an author; an empty slug is made from the name. */
type Typed = AuthorDescription & { name: string; slug: string }
type Changes = { [Field in keyof Typed]?: Typed[Field] | undefined }

/**
 * Adds an author, or says why that cannot be (`authorProblem`, or a portrait that may not be used or has no alt text). What is left out of
 * the description is empty. It is looked up in the transaction that adds, so that of two people who add one at once, or
 * give away one account, the second is told.
 */
export async function bringAuthor(
  db: Writer,
  { now, ...typed }: Omit<Changes, 'name' | 'slug'> & { name: string; slug: string; now: Date },
): Promise<{ id: number; slug: string } | Refusal> {
  return inTransaction(db, async (tx) => {
    const { name, userId = null, portraitId = null } = typed
    const slug = chosenSlug(typed.slug, { name, own: null })
    const refusal =
      (await authorProblem(tx, { author: { slug, userId, portraitId }, self: null })) ??
      (await portraitRefusal(tx, { portraitId, now }))
    if (refusal) return refusal
    const id = await addAuthor(tx, { ...given(typed), name, slug, now })
    await logAction(tx, { action: 'author added', thing: { id, name }, now })
    return { id, slug }
  })
}

/**
 * Changes what is given of author `id`; what is left out stays. A portrait that stands there already is not looked at
 * again. null when the author does not exist.
 */
export async function changeAuthor(
  db: Writer,
  { id, changes, now }: { id: number; changes: Changes; now: Date },
): Promise<Record<string, never> | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const [present] = await tx.select().from(authors).where(eq(authors.id, id))
    if (!present) return null
    const { name = present.name, userId = present.userId, portraitId = present.portraitId } = changes
    const slug = chosenSlug(changes.slug ?? present.slug, { name, own: present.slug })
    const refusal =
      (await authorProblem(tx, { author: { slug, userId, portraitId }, self: id })) ??
      (portraitId === present.portraitId ? null : await portraitRefusal(tx, { portraitId, now }))
    if (refusal) return refusal
    await renameAuthor(tx, { id, name, slug, now })
    await describeAuthor(tx, { ...given(changes), id, now })
    const { role, bio, email, links } = present
    const before = { name: present.name, slug: present.slug, role, bio, email, links, account: [present.userId] }
    const after = { ...before, ...given(changes), name, slug, account: [userId] }
    const detail = changesInWords({ ...before, portrait: present.portraitId }, { ...after, portrait: portraitId })
    if (detail) await logAction(tx, { action: 'author changed', thing: { id, name }, detail, now })
    return {}
  })
}

async function portraitRefusal(
  db: Reader,
  { portraitId, now }: { portraitId: number | null; now: Date },
): Promise<Refusal | null> {
  if (portraitId === null) return null
  const why = (await pictureObstacles(db, { ids: [portraitId], now })).get(portraitId)
  if (why) return refuse('portraitId', `This picture cannot be the portrait. ${why}`)
  const portrait = (await picturesByIds(db, [portraitId])).get(portraitId)
  const hasAlt = portrait !== undefined && !isBlank(portrait.alt)
  return hasAlt ? null : refuse('portraitId', 'The portrait has no alt text. Describe what it shows.')
}

/** The description in `typed`, without what is left out. */
function given({ role, bio, email, links, portraitId, userId }: Changes): Partial<AuthorDescription> {
  return {
    ...(role !== undefined && { role }),
    ...(bio !== undefined && { bio }),
    ...(email !== undefined && { email }),
    ...(links !== undefined && { links }),
    ...(portraitId !== undefined && { portraitId }),
    ...(userId !== undefined && { userId }),
  }
}
