import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { sharedPreviews, sharePreview } from '@/db/editing/preview-links'
import { PREVIEW_LIVES } from '@/lib/desk/shared-preview'

export const GET = articleRoute('share preview', z.object({}), async ({ db, id, now }) => ({
  links: await sharedPreviews(db, { articleId: id, now }),
}))

const sent = z.object({ hours: z.literal(PREVIEW_LIVES.map(({ hours }) => hours)) })

export const POST = articleRoute('share preview', sent, async ({ db, editor, id, input, now }) => {
  const { secret } = await sharePreview(db, { articleId: id, hours: input.hours, by: editor.name, now })
  return { url: `${siteUrl()}/preview/${secret}`, links: await sharedPreviews(db, { articleId: id, now }) }
})
