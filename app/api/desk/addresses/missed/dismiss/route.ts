import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { handover } from '@/lib/handover'

export const POST = deskRoute('manage redirects', z.object({ path: z.string() }), async ({ input }) => {
  handover().missed.forget(input.path)
  return {}
})
