import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import * as endpoints from '@/lib/desk/addresses/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = deskRoute(
  endpoints.addRedirect,
  'manage redirects',
  async ({ db, input: { from, story, to }, now }) => {
    const target = story ? { articleId: story } : { toPath: to }
    const answer = await addRedirect(db, { from, target, siteUrl: siteUrl(), now })
    if ('from' in answer) siteRuntime().missed.forget(answer.from)
    return answer
  },
)
