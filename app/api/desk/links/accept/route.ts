import { deskRoute } from '@/app/_desk/desk-route'
import { acceptProposals } from '@/db/back-links/place-links'
import * as endpoints from '@/lib/desk/links/endpoints'

export const POST = deskRoute(endpoints.acceptBackLinks, 'tend links', async ({ db, editor, input, now }) =>
  acceptProposals(db, { accepted: input.proposals, by: editor, now }),
)
