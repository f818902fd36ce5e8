import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { storyTargets } from '@/db/desk/story-lookup'
import { idListSchema } from '@/lib/desk/id-list'

export const GET = deskRoute('search archive', z.object({ ids: idListSchema }), async ({ db, input, editor, now }) => ({
  targets: await storyTargets(db, { ids: input.ids, editor, now }),
}))
