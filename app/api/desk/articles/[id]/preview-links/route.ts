import { articleRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { sharedPreviews, sharePreview } from '@/db/editing/preview-links'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articlePreviewLinks, 'share preview', async ({ db, id, now }) => ({
  links: await sharedPreviews(db, { articleId: id, now }),
}))

export const POST = articleRoute(endpoints.makePreviewLink, 'share preview', async ({ db, editor, id, input, now }) => {
  const { secret } = await sharePreview(db, {
    articleId: id,
    hours: input.hours,
    by: editor.name,
    byId: editor.id,
    now,
  })
  return { url: `${siteUrl()}/preview/${secret}`, links: await sharedPreviews(db, { articleId: id, now }) }
})
