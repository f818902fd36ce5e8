import 'server-only'
import { describePicture } from '@/db/pictures/media'
import { rightsToUse } from '@/db/pictures/use-rights'
import { isShownToReaders } from '@/db/reading/picture-showing'
import type { Writer } from '@/db/store/open'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { Picture } from '@/lib/article/article'
import type { PictureEdit } from '@/lib/desk/pictures/picture-edit'
import { type Refusal, refuse } from '@/lib/desk/refusal'

interface Description {
  id: number
  words: PictureEdit
  editor: Editor
  now: Date
}

/**
 * Changes what is said of a picture, at the desk and through the Admin API. Refused for a writer when readers see the
 * picture, or when an editor has said on what terms it may be used. null when there is no such picture.
 */
export async function describedBy(
  db: Writer,
  { id, words, editor, now }: Description,
): Promise<Picture | Refusal | null> {
  if (!can(editor, 'change published article') && (await isShownToReaders(db, { id, now }))) {
    return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
  }
  const { rightsCategory } = words
  if (rightsCategory !== undefined && !can(editor, 'decide on pictures')) {
    const before = (await rightsToUse(db, [id])).get(id)?.category ?? null
    // Who adds a picture says what it is; what an editor said stays.
    if (before !== null && before !== rightsCategory) {
      return refuse('rightsCategory', 'Somebody has said on what terms it may be used. Ask an editor to change that.')
    }
  }
  return describePicture(db, { id, words, now })
}
