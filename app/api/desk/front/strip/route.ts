import { deskRoute } from '@/app/_desk/desk-route'
import { raiseStrip } from '@/db/front/strips'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.raiseStrip, 'arrange fronts', async ({ db, editor, now, input }) => {
  const endsAt = input.endsAt === null ? null : new Date(input.endsAt)
  const outcome = await raiseStrip(db, { strip: { ...input, endsAt }, by: editor, now })
  return 'problems' in outcome ? outcome : {}
})
