import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { publishChanges } from '@/db/publishing/changes'
import { deskChecks } from '@/db/publishing/checks'

export const POST = apiRoute('publishArticleChanges', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const { as, note } = body
  const outcome = await publishChanges(db, { id, basedOn, as, note, by: editor, now, checks: deskChecks() })
  if ('version' in outcome) lookForSiteFaults(db, { id, now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
