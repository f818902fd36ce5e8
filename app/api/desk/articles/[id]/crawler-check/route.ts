import { crawlersView, noteSiteFaults } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { can } from '@/lib/accounts/permissions'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleCrawlerCheck, 'read article', async ({ db, editor, id, now }) => {
  const view = await crawlersView(db, { id, now })
  const isForAdmins = can(editor, 'change settings')
  return { view: view && !isForAdmins ? { ...view, siteFaults: [] } : view }
})

export const POST = articleRoute(endpoints.lookAgain, 'change settings', async ({ db, id, now }) => ({
  count: await noteSiteFaults(db, { id, now }),
}))
