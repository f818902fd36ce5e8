import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { importRedirects } from '@/db/addresses/redirect-import'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import * as endpoints from '@/lib/desk/addresses/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = deskRoute(endpoints.importRedirects, 'manage redirects', async ({ db, input, now }) => {
  const { made, bad } = await importRedirects(db, {
    text: input.lines,
    siteUrl: siteUrl(),
    now,
    yieldToRequests: timedYield(),
  })
  for (const { from } of made) siteRuntime().missed.forget(from)
  return { made: made.length, bad }
})
