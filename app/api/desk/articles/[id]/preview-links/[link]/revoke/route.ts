import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { revokePreview, sharedPreviews } from '@/db/editing/preview-links'

export const POST = articleRoute('share preview', z.object({}), async ({ db, id, params, now }) => {
  const isRevoked = await revokePreview(db, { id: Number(params.link), articleId: id, now })
  return isRevoked ? { links: await sharedPreviews(db, { articleId: id, now }) } : null
})
