import { apiRoute } from '@/app/_admin-api/api-route'
import { placeAfter } from '@/app/_admin-api/article-answers'
import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { openedArticle } from '@/db/editing/manuscripts'
import { publishChanges } from '@/db/publishing/changes'
import { deskChecks } from '@/db/publishing/checks'
import { publish } from '@/db/publishing/publishing'

export const POST = apiRoute('publishArticle', async ({ db, editor, id, now, body }) => {
  const opened = await openedArticle(db, { id, now })
  if (!opened) return null
  const basedOn = body.version ?? opened.version
  const act = { id, basedOn, by: editor, now, checks: deskChecks() }
  const isUpdate = opened.state === 'published' && opened.hasUnpublishedChanges
  const outcome = isUpdate ? await publishChanges(db, { ...act, as: 'update', note: '' }) : await publish(db, act)
  if ('version' in outcome) lookForSiteFaults(db, { id, now, at: now })
  return placeAfter(db, { id, now, basedOn, outcome })
})
