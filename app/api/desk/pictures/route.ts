import { deskRoute, fileRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { uploadPicture } from '@/db/library/upload'
import { picturesByIds } from '@/db/pictures/pictures'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = fileRoute(endpoints.uploadPicture, 'upload picture', async ({ db, editor, ...upload }) =>
  uploadPicture(db, {
    ...upload,
    by: editor,
    mayRecover: can(editor, 'decide on pictures'),
    maker: siteRuntime().pictures,
    dataDir: dataDir(),
  }),
)

export const GET = deskRoute(endpoints.picturesByIds, 'describe picture', async ({ db, input }) => {
  const pictures = await picturesByIds(db, input.ids)
  return { pictures: input.ids.flatMap((id) => pictures.get(id) ?? []) }
})
