import { eq } from 'drizzle-orm'
import { isShownToReaders } from '@/db/library/showing'
import { describePicture, type PictureChange } from '@/db/pictures/media'
import { inTransaction, type Reader, type Writer } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { Picture } from '@/lib/article/article'
import { type Refusal, refuse } from '@/lib/desk/refusal'

interface Description {
  id: number
  words: PictureChange
  editor: Pick<Editor, 'id' | 'role'>
  now: Date
}

/**
 * Changes what is said of a picture as `editor` may, at the desk and through the Admin API. Refused for somebody who may
 * not change what is published, when readers see the picture; and for somebody who does not decide on pictures, when it
 * would change on what terms it may be used: only whoever added it says that, while nobody has. The picture is checked
 * and changed in one transaction. null when there is no such picture.
 */
export async function describePictureAs(
  db: Writer,
  { id, words, editor, now }: Description,
): Promise<Picture | Refusal | null> {
  return inTransaction(db, async (tx) => {
    if (!can(editor, 'change published article') && (await isShownToReaders(tx, { id, now }))) {
      return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
    }
    const problem = can(editor, 'decide on pictures') ? null : await termsProblem(tx, { id, words, editor })
    return problem ?? describePicture(tx, { id, words, now })
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
