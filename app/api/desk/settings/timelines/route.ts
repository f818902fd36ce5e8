import { deskRoute } from '@/app/_desk/desk-route'
import { changeFoundTimelines } from '@/db/timelines/publish-found'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(endpoints.saveTimelines, 'change settings', async ({ db, input, now }) => {
  await changeFoundTimelines(db, { ...input, now })
  return {}
})
