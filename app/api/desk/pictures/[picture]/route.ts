import { deskRoute } from '@/app/_desk/desk-route'
import { pictureRecord } from '@/db/library/library'
import { describePicture } from '@/db/pictures/media'
import { rightsToUse } from '@/db/pictures/use-rights'
import { isShownToReaders } from '@/db/reading/picture-showing'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const GET = deskRoute(endpoints.readPicture, 'see pictures', async ({ db, param, now }) => {
  const record = await pictureRecord(db, { id: Number(param('picture')), now })
  return record && { record }
})

export const PUT = deskRoute(
  endpoints.describePicture,
  'describe picture',
  async ({ db, editor, param, input, now }) => {
    const id = Number(param('picture'))
    if (!can(editor, 'change published article') && (await isShownToReaders(db, { id, now }))) {
      return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
    }
    const { rightsCategory } = input
    if (rightsCategory !== undefined && !can(editor, 'decide on pictures')) {
      const before = (await rightsToUse(db, [id])).get(id)?.category ?? null
      // Who adds a picture says what it is; what an editor said stays.
      if (before !== null && before !== rightsCategory) {
        return refuse('rightsCategory', 'Somebody has said on what terms it may be used. Ask an editor to change that.')
      }
    }
    const picture = await describePicture(db, { id, words: input, now })
    return picture && { picture }
  },
)
