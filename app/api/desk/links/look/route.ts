import { deskRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { addProposals } from '@/db/linking/link-proposals'
import * as endpoints from '@/lib/desk/links/endpoints'

const MAX_FOUND = 6

export const POST = deskRoute(endpoints.lookForLinks, 'tend links', async ({ db, input: { story }, now }) => {
  const found = await threadedQuery('backLinkCandidates', { id: story, now, most: MAX_FOUND, isNewerToo: true })
  await addProposals(db, { targetId: story, found, now })
  return { found: found.length }
})
