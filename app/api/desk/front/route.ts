import { deskRoute } from '@/app/_desk/desk-route'
import { frontView } from '@/db/desk/front-view'
import * as endpoints from '@/lib/desk/front/endpoints'

export const GET = deskRoute(endpoints.readFront, 'arrange fronts', ({ db, editor, now, input }) =>
  frontView(db, { sectionId: input.section ?? null, editor, now }),
)
