import { deskRoute } from '@/app/_desk/desk-route'
import { changeSiteSettings } from '@/db/paper/site'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const PUT = deskRoute(
  endpoints.saveDistribution,
  'change settings',
  async ({ db, input: distribution, now }) => {
    await changeSiteSettings(db, { changes: { distribution }, now })
    return {}
  },
)
