import { deskRoute, fileRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { addPicture } from '@/db/pictures/media'
import { picturesByIds } from '@/db/pictures/pictures'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** Said later, when the picture is seen in its place. */
const NOTHING_SAID = { alt: '', caption: '', credit: '', focalX: 0.5, focalY: 0.5 }

export const POST = fileRoute(endpoints.uploadPicture, 'upload picture', async ({ db, file, now }) => {
  const maker = siteRuntime().pictures
  const added = await addPicture(db, { file, maker, dataDir: dataDir(), ...NOTHING_SAID, now })
  if ('problems' in added) return added
  const picture = (await picturesByIds(db, [added.id])).get(added.id)
  return picture ? { picture, notices: added.notices } : null
})

export const GET = deskRoute(endpoints.picturesByIds, 'describe picture', async ({ db, input }) => {
  const pictures = await picturesByIds(db, input.ids)
  return { pictures: input.ids.flatMap((id) => pictures.get(id) ?? []) }
})
