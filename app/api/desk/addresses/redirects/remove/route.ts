import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { removeRedirect } from '@/db/addresses/hand-made-redirects'

export const POST = deskRoute('manage redirects', z.object({ from: z.string() }), async ({ db, input }) =>
  removeRedirect(db, input),
)
