import { apiRoute } from '@/app/_admin-api/api-route'
import { recoverDraft } from '@/db/editing/delete-draft'

export const POST = apiRoute('recoverArticle', async ({ db, editor, id, now }) => {
  const { version } = await recoverDraft(db, { id, by: editor, now })
  return { id, version }
})
