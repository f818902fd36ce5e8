import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { storiesLinkingTo } from '@/db/editing/links'

export const GET = articleRoute('withdraw article', z.object({}), async ({ db, id }) => ({
  stories: await storiesLinkingTo(db, id),
}))
