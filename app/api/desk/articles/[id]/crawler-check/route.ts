import { crawlersView } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleCrawlerCheck, 'read article', async ({ db, id, now }) => ({
  view: await crawlersView(db, { id, now }),
}))
