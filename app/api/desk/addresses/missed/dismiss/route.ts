import { deskRoute } from '@/app/_desk/desk-route'
import * as endpoints from '@/lib/desk/addresses/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = deskRoute(endpoints.dismissMissedAddress, 'manage redirects', async ({ input }) => {
  siteRuntime().missed.forget(input.path)
  return {}
})
