import { z } from 'zod'
import { deskRoute, fileRoute } from '@/app/_desk/desk-route'
import { dataDir } from '@/app/store'
import { addPicture } from '@/db/pictures/media'
import { UnusablePicture } from '@/db/pictures/picture-files'
import { picturesByIds } from '@/db/pictures/pictures'
import { idListSchema } from '@/lib/desk/id-list'
import { refuse } from '@/lib/desk/refusal'

const MOST_BYTES = 50 * 1024 ** 2
/** Said later, when the picture is seen in its place. */
const NOTHING_SAID = { alt: '', caption: '', credit: '', focalX: 0.5, focalY: 0.5 }

export const POST = fileRoute('upload picture', MOST_BYTES, async ({ db, input, now }) => {
  try {
    const id = await addPicture(db, { bytes: input, dataDir: dataDir(), ...NOTHING_SAID, now })
    return { picture: (await picturesByIds(db, [id])).get(id) }
  } catch (error) {
    if (error instanceof UnusablePicture) return refuse('picture', error.message)
    throw error
  }
})

export const GET = deskRoute('describe picture', z.object({ ids: idListSchema }), async ({ db, input }) => {
  const pictures = await picturesByIds(db, input.ids)
  return { pictures: input.ids.flatMap((id) => pictures.get(id) ?? []) }
})
