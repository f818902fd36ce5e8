import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { storyAt } from '@/db/desk/story-lookup'

export const GET = deskRoute('search archive', z.object({ url: z.string() }), async ({ db, input, editor, now }) => ({
  story: await storyAt(db, { url: input.url, siteUrl: siteUrl(), editor, now }),
}))
