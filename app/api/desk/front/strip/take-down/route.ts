import { deskRoute } from '@/app/_desk/desk-route'
import { takeDownStrip } from '@/db/front/strips'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.takeDownStrip, 'arrange fronts', async ({ db, now }) => {
  await takeDownStrip(db, { now })
  return {}
})
