import { articleRoute } from '@/app/_desk/desk-route'
import { storiesLinkingTo } from '@/db/editing/links'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articleLinkingStories, 'withdraw article', async ({ db, id }) => ({
  stories: await storiesLinkingTo(db, id),
}))
