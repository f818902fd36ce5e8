import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = deskRoute('manage redirects', z.object({ path: z.string() }), async ({ input }) => {
  siteRuntime().missed.forget(input.path)
  return {}
})
