import { articleRoute } from '@/app/_desk/desk-route'
import { revokePreview, sharedPreviews } from '@/db/editing/preview-links'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const POST = articleRoute(endpoints.revokePreviewLink, 'share preview', async ({ db, id, param, now }) => {
  const isRevoked = await revokePreview(db, { id: Number(param('link')), articleId: id, now })
  return isRevoked ? { links: await sharedPreviews(db, { articleId: id, now }) } : null
})
