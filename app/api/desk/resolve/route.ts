import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { threadedQuery } from '@/app/threaded-query'
import { pastedAddresses } from '@/db/desk/pasted-addresses'
import { storyAt } from '@/db/desk/story-lookup'
import * as endpoints from '@/lib/desk/archive/endpoints'

export const GET = deskRoute(endpoints.resolveAddress, 'search archive', async ({ db, input, editor, now }) => ({
  story: await storyAt(db, { url: input.url, siteUrl: siteUrl(), editor, now }),
}))

export const POST = deskRoute(endpoints.resolvePasted, 'search archive', async ({ db, input, editor, now }) => {
  const { addresses, headlines, not = null } = input
  return {
    addresses: await pastedAddresses(db, { addresses, not, siteUrl: siteUrl(), editor, now }),
    headlines: await threadedQuery('storiesCalled', { headlines, not, editor, now }),
  }
})
