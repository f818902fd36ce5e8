import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { storyAt } from '@/db/desk/story-lookup'
import * as endpoints from '@/lib/desk/archive/endpoints'

export const GET = deskRoute(endpoints.resolveAddress, 'search archive', async ({ db, input, editor, now }) => ({
  story: await storyAt(db, { url: input.url, siteUrl: siteUrl(), editor, now }),
}))
