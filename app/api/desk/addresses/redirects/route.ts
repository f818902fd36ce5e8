import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { addRedirect } from '@/db/addresses/hand-made-redirects'
import { siteRuntime } from '@/lib/pages/site-runtime'

const sent = z.object({
  from: z.string(),
  /** A story of the archive, which goes first, or a path. */
  story: z.number().int().positive().nullish(),
  to: z.string().default(''),
})

export const POST = deskRoute('manage redirects', sent, async ({ db, input: { from, story, to }, now }) => {
  const target = story ? { articleId: story } : { toPath: to }
  const answer = await addRedirect(db, { from, target, siteUrl: siteUrl(), now })
  if ('from' in answer) siteRuntime().missed.forget(answer.from)
  return answer
})
