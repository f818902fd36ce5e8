import { deskRoute, fileRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { addPicture } from '@/db/pictures/media'
import { UnusablePicture } from '@/db/pictures/picture-files'
import { picturesByIds } from '@/db/pictures/pictures'
import * as endpoints from '@/lib/desk/pictures/endpoints'
import { refuse } from '@/lib/desk/refusal'

/** Said later, when the picture is seen in its place. */
const NOTHING_SAID = { alt: '', caption: '', credit: '', focalX: 0.5, focalY: 0.5 }

export const POST = fileRoute(endpoints.uploadPicture, 'upload picture', async ({ db, file, now }) => {
  try {
    const id = await addPicture(db, { bytes: file, dataDir: dataDir(), ...NOTHING_SAID, now })
    const picture = (await picturesByIds(db, [id])).get(id)
    return picture ? { picture } : null
  } catch (error) {
    if (error instanceof UnusablePicture) return refuse('picture', error.message)
    throw error
  }
})

export const GET = deskRoute(endpoints.picturesByIds, 'describe picture', async ({ db, input }) => {
  const pictures = await picturesByIds(db, input.ids)
  return { pictures: input.ids.flatMap((id) => pictures.get(id) ?? []) }
})
