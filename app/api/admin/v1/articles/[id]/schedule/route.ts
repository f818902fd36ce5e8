import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { deskChecks } from '@/db/publishing/checks'
import { schedule } from '@/db/publishing/publishing'

export const POST = apiRoute('scheduleArticle', async ({ db, editor, id, now, body }) => {
  const { version: basedOn } = body
  const { at } = body
  const outcome = await schedule(db, { id, basedOn, at, by: editor, now, checks: deskChecks() })
  if ('version' in outcome) lookForSiteFaults(db, { id, now, at })
  return placeAfter(db, { id, now, basedOn, outcome })
})
