import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { deskChecks } from '@/db/publishing/checks'
import { republish } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.republishArticle,
  'republish article',
  async ({ db, editor, id, input, now }) => {
    const outcome = await republish(db, { id, basedOn: input.version, by: editor, now, checks: deskChecks() })
    if ('version' in outcome) lookForSiteFaults(db, { id, now, at: now })
    return outcome
  },
)
