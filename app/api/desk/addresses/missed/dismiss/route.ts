import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { handover } from '@/lib/pages/site-runtime'

export const POST = deskRoute('manage redirects', z.object({ path: z.string() }), async ({ input }) => {
  handover().missed.forget(input.path)
  return {}
})
