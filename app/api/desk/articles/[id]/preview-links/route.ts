import { articleRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { sharedPreviews, sharePreview } from '@/db/editing/preview-links'
import { revisionOf } from '@/db/revisions/revisions'
import * as endpoints from '@/lib/desk/articles/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const GET = articleRoute(endpoints.articlePreviewLinks, 'share preview', async ({ db, id, now }) => ({
  links: await sharedPreviews(db, { articleId: id, now }),
}))

export const POST = articleRoute(endpoints.makePreviewLink, 'share preview', async ({ db, editor, id, input, now }) => {
  const { hours, version, recipient } = input
  const shown = version === undefined ? null : await revisionOf(db, { articleId: id, version })
  if (version !== undefined && !shown)
    return refuse('version', 'This version is not kept any more. Load the story again.')
  const by = { by: editor.name, byId: editor.id }
  const { secret } = await sharePreview(db, {
    articleId: id,
    hours,
    recipient,
    ...by,
    now,
    ...(version !== undefined && { version }),
  })
  return { url: `${siteUrl()}/preview/${secret}`, links: await sharedPreviews(db, { articleId: id, now }) }
})
