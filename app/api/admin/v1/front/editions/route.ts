import { apiRoute, requireRole, requireScope } from '@/app/_admin-api/api-route'
import { whichFront } from '@/app/_admin-api/front-answers'
import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { publishFront } from '@/db/front/editions'
import { deskChecks } from '@/db/publishing/checks'

export const POST = apiRoute('publishFront', async ({ db, editor, bearer, now, body }) => {
  const { section, version, at = null } = body
  if (body.along?.length) {
    requireScope(bearer, 'publish')
    requireRole(editor, at === null ? 'publish article' : 'schedule article')
  }
  const which = await whichFront(db, section)
  if ('problems' in which) return which
  const along = (body.along ?? []).map((story) => ({ ...story, checks: deskChecks() }))
  const outcome = await publishFront(db, { ...which, basedOn: version, along, at, by: editor, now })
  if ('problems' in outcome) return outcome
  for (const { id } of along) lookForSiteFaults(db, { id, now, at: at ?? now })
  return { id: outcome.edition }
})
