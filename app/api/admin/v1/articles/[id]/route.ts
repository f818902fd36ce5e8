import { apiRoute } from '@/app/_admin-api/api-route'
import { articleAnswer, placeAfter } from '@/app/_admin-api/article-answers'
import { deleteDraft } from '@/db/editing/delete-draft'
import { changeText } from '@/db/editing/whole-text'
import { textFields } from '@/lib/admin-api/text-fields'

export const GET = apiRoute('getArticle', ({ db, id, now }) => articleAnswer(db, { id, now }))

export const PATCH = apiRoute(
  'updateArticle',
  async ({ db, editor, id, now, body: { version: basedOn, ...fields } }) => {
    const outcome = await changeText(db, { id, basedOn, fields: textFields(fields), by: editor, now })
    return 'version' in outcome ? { id, version: outcome.version } : placeAfter(db, { id, now, basedOn, outcome })
  },
)

export const DELETE = apiRoute('deleteArticle', async ({ db, editor, id, now }) => {
  const outcome = await deleteDraft(db, { id, by: editor, now })
  return 'problems' in outcome ? outcome : {}
})
