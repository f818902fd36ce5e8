import { lookForSiteFaults } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { deskChecks } from '@/db/publishing/checks'
import { publish } from '@/db/publishing/publishing'
import * as endpoints from '@/lib/desk/articles/action-endpoints'

export const POST = articleRoute(
  endpoints.publishArticle,
  'publish article',
  async ({ db, editor, id, input, now }) => {
    const outcome = await publish(db, { id, basedOn: input.version, by: editor, now, checks: deskChecks() })
    if ('version' in outcome) lookForSiteFaults(db, { id, now, at: now })
    return outcome
  },
)
