import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { storyTargets } from '@/db/found-stories'
import { idListSchema } from '@/lib/desk/id-list'

export const GET = deskRoute('search archive', z.object({ ids: idListSchema }), async ({ db, input, editor, now }) => ({
  targets: await storyTargets(db, { ids: input.ids, editor, now }),
}))
