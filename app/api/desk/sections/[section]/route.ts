import { deskRoute } from '@/app/_desk/desk-route'
import { changeSection } from '@/db/paper/section-changes'
import * as endpoints from '@/lib/desk/paper/endpoints'

export const PUT = deskRoute(endpoints.changeSection, 'manage sections', async ({ db, input: changes, param, now }) =>
  changeSection(db, { id: Number(param('section')), changes, now }),
)
