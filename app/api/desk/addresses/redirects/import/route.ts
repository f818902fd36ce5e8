import { breather } from '@/app/_desk/breather'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { importRedirects } from '@/db/addresses/redirect-import'
import * as endpoints from '@/lib/desk/addresses/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = deskRoute(endpoints.importRedirects, 'manage redirects', async ({ db, input, now }) => {
  const { made, bad } = await importRedirects(db, {
    ...{ text: input.lines, siteUrl: siteUrl(), now },
    breathe: breather(),
  })
  for (const { from } of made) siteRuntime().missed.forget(from)
  return { made: made.length, bad }
})
