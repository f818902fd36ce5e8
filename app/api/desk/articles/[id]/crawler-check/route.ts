import { z } from 'zod'
import { crawlersView } from '@/app/crawlers-view'
import { articleRoute } from '@/app/desk-route'

export const GET = articleRoute('read article', z.object({}), async ({ db, id, now }) => ({
  view: await crawlersView(db, { id, now }),
}))
