import { frontAfter } from '@/app/_desk/answers/front-answer'
import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { deskRoute, requirePermission } from '@/app/_desk/desk-route'
import { publishFront } from '@/db/front/editions'
import { deskChecks } from '@/db/publishing/checks'
import * as endpoints from '@/lib/desk/front/endpoints'

export const POST = deskRoute(endpoints.publishFront, 'arrange fronts', async (call) => {
  const { db, editor, now, input } = call
  const { section, version } = input
  const at = input.at === null ? null : new Date(input.at)
  if (input.along.length) requirePermission(editor, at === null ? 'publish article' : 'schedule article')
  const along = input.along.map((story) => ({ ...story, checks: deskChecks() }))
  const outcome = await publishFront(db, { sectionId: section, basedOn: version, along, at, by: editor, now })
  if ('edition' in outcome) for (const { id } of along) lookForSiteFaults(db, { id, now, at: at ?? now })
  return frontAfter(call, section, outcome)
})
