import { z } from 'zod'
import { crawlersView } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'

export const GET = articleRoute('read article', z.object({}), async ({ db, id, now }) => ({
  view: await crawlersView(db, { id, now }),
}))
