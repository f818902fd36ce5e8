import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { importRedirects } from '@/db/addresses/redirect-import'
import { siteRuntime } from '@/lib/pages/site-runtime'

/** Some two thousand lines: the site goes on answering readers meanwhile. A whole archive goes by the command line. */
const MOST_CHARACTERS = 200_000

const sent = z.object({ lines: z.string().max(MOST_CHARACTERS, 'These are too many lines at once. Paste fewer.') })

export const POST = deskRoute('manage redirects', sent, async ({ db, input, now }) => {
  const { made, bad } = await importRedirects(db, { text: input.lines, siteUrl: siteUrl(), now })
  for (const { from } of made) siteRuntime().missed.forget(from)
  return { made: made.length, bad }
})
