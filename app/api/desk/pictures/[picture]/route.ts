import { deskRoute } from '@/app/_desk/desk-route'
import { describePicture } from '@/db/pictures/media'
import { isShownToReaders } from '@/db/reading/picture-showing'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const PUT = deskRoute(
  endpoints.describePicture,
  'describe picture',
  async ({ db, editor, param, input, now }) => {
    const id = Number(param('picture'))
    if (!can(editor, 'change published article') && (await isShownToReaders(db, { id, now }))) {
      return refuse('picture', 'Readers see this picture already. Ask an editor to change its words.')
    }
    const picture = await describePicture(db, { id, words: input, now })
    return picture && { picture }
  },
)
