import { eq } from 'drizzle-orm'
import { recheckPicture } from '@/db/library/barred-pictures'
import { isShownToReaders } from '@/db/library/showing'
import { describePicture, type PictureChange, valueWords } from '@/db/pictures/media'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { can, type Editor } from '@/lib/accounts/permissions'
import { type Problem, type Refusal, refuse } from '@/lib/desk/refusal'
import type { Picture } from '@/lib/pictures/picture'
import { cleanLine } from '@/lib/text/clean-text'

interface Description {
  id: number
  words: PictureChange
  /** What the editor saw in the fields that they change; one that is left out is not compared. */
  was?: PictureChange | undefined
  editor: Pick<Editor, 'id' | 'name' | 'role'>
  now: Date
}

/**
 * Changes what is said of a picture as `editor` may, at the desk and through the Admin API. Refused for somebody who may
 * not change what is published, when readers see the picture; and for somebody who does not decide on pictures, when it
 * would change on what terms it may be used: only whoever added it says that, while nobody has; and, with both values,
 * when somebody else changed the same field since the editor saw it. The picture is checked and changed in one
 * transaction, and planned editions of the fronts are looked at again. null when there is no such picture.
 */
export async function describePictureAs(
  db: Writer,
  { id, words, was = {}, editor, now }: Description,
): Promise<Picture | Refusal | null> {
  return inTransaction(db, async (tx) => {
    if (!can(editor, 'change published article') && (await isShownToReaders(tx, { id, now }))) {
      return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
    }
    const problem = can(editor, 'decide on pictures') ? null : await termsProblem(tx, { id, words, editor })
    const refused = problem ?? (await changedMeanwhile(tx, { id, words, was }))
    if (refused) return refused
    const picture = await describePicture(tx, { id, words, now })
    await recheckPicture(tx, { pictureId: id, by: editor, now })
    return picture
  })
}

/** What somebody else said of a picture since, as its version tells. */
export interface PictureConflict {
  conflict: { version: number }
}

/**
 * Does what describePictureAs does, unless somebody changed what is said of the picture since version `basedOn`: then
 * nothing is changed. Left out, whatever is said now is changed.
 */
export async function describeVersionAs(
  db: Writer,
  { basedOn, ...description }: Omit<Description, 'was'> & { basedOn: number | undefined },
): Promise<Picture | Refusal | PictureConflict | null> {
  return inTransaction(db, async (tx) => {
    const [row] = await tx.select({ version: media.version }).from(media).where(eq(media.id, description.id))
    if (row && basedOn !== undefined && row.version !== basedOn) return { conflict: { version: row.version } }
    return describePictureAs(tx, description)
  })
}

/** Why somebody who does not decide on pictures may not say on what terms this one may be used; null when they may. */
async function termsProblem(
  db: Reader,
  { id, words, editor }: Pick<Description, 'id' | 'words' | 'editor'>,
): Promise<Refusal | null> {
  const [row] = await db
    .select({ rightsCategory: media.rightsCategory, restrictions: media.restrictions, addedById: media.addedById })
    .from(media)
    .where(eq(media.id, id))
  if (!row) return null
  for (const field of ['rightsCategory', 'restrictions'] as const) {
    if (words[field] === undefined || words[field] === row[field]) continue
    if (row[field]) {
      return refuse(field, 'Somebody has said on what terms it may be used. Ask an editor to change that.')
    }
    if (row.addedById !== editor.id) {
      return refuse(field, 'Somebody else added this picture. Ask an editor to say on what terms it may be used.')
    }
  }
  return null
}

/** The fields that somebody else gave another value than the editor saw and wrote, each with both; null without any. */
async function changedMeanwhile(
  db: Reader,
  { id, words, was }: { id: number; words: PictureChange; was: PictureChange },
): Promise<Refusal | null> {
  const [row] = await db.select().from(media).where(eq(media.id, id))
  if (!row) return null
  const fields = Object.keys(was).filter((field): field is keyof PictureChange => field in row)
  const problems = fields.flatMap((field): Problem[] => {
    const [seen, written, stored] = [was[field], words[field], row[field]]
    if (seen === undefined || written === undefined || isLike(stored, seen) || isLike(stored, written)) return []
    if (field === 'focalX' || field === 'focalY') {
      return [{ field, message: 'Somebody moved the focal point meanwhile. Save again to have it where you put it.' }]
    }
    const [theirs, yours] = [valueWords(stored), valueWords(written)]
    return [
      { field, message: `Somebody wrote ${theirs} here meanwhile, and you wrote ${yours}. Save again to keep yours.` },
    ]
  })
  return problems.length ? { problems } : null
}

/** Whether two values are the same as a form shows and sends them: cleaned, and a keyword with a comma in it is two. */
function isLike(one: Parameters<typeof valueWords>[0], other: Parameters<typeof valueWords>[0]): boolean {
  const typed = (value: typeof one) => {
    const words = typeof value === 'object' ? (value ?? []).join(',') : String(value)
    return cleanLine(words)
      .trim()
      .replace(/\s*,\s*/g, ',')
  }
  return typed(one) === typed(other)
}
