import { articleRoute } from '@/app/_desk/desk-route'
import { threadedQuery } from '@/app/threaded-query'
import { openSlotsSetting } from '@/db/linking/open-slots'
import * as endpoints from '@/lib/desk/articles/link-endpoints'

/** As many as the slots of a long story take, and some to swap. */
const MAX = 24

export const GET = articleRoute(endpoints.articleLinkSuggestions, 'read article', async ({ db, id, now }) => ({
  suggestions: await threadedQuery('linkSuggestions', { id, now, most: MAX }),
  openSlots: await openSlotsSetting(db),
}))
