import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { publishChanges } from '@/db/publishing/changes'
import { deskChecks } from '@/db/publishing/checks'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.publishArticleChanges,
  'change published article',
  async ({ db, editor, id, input, now }) => {
    const { version, as, note } = input
    const outcome = await publishChanges(db, { id, basedOn: version, as, note, by: editor, now, checks: deskChecks() })
    if ('version' in outcome) lookForSiteFaults(db, { id, now })
    return outcome
  },
)
