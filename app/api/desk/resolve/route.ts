import { z } from 'zod'
import { deskRoute } from '@/app/desk-route'
import { siteUrl } from '@/app/reads'
import { storyAt } from '@/db/found-stories'

export const GET = deskRoute('search archive', z.object({ url: z.string() }), async ({ db, input, editor, now }) => ({
  story: await storyAt(db, { url: input.url, siteUrl: siteUrl(), editor, now }),
}))
