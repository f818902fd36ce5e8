import { deskRoute } from '@/app/_desk/desk-route'
import { refuseProposals } from '@/db/back-links/refuse-proposals'
import * as endpoints from '@/lib/desk/links/endpoints'

export const POST = deskRoute(
  endpoints.refuseBackLinks,
  'tend links',
  async ({ db, editor, input, now }) => (await refuseProposals(db, { ids: input.proposals, by: editor, now })) ?? {},
)
