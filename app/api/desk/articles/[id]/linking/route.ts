import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { storiesLinkingTo } from '@/db/links'

export const GET = articleRoute('withdraw article', z.object({}), async ({ db, id }) => ({
  stories: await storiesLinkingTo(db, id),
}))
