import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { deskChecks } from '@/db/publishing/checks'
import { schedule } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.scheduleArticle,
  'schedule article',
  async ({ db, editor, id, input, now }) => {
    const { version, at } = input
    const outcome = await schedule(db, { id, basedOn: version, at, by: editor, now, checks: deskChecks() })
    if ('version' in outcome) lookForSiteFaults(db, { id, now, at })
    return outcome
  },
)
