import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { searchArchive } from '@/db/desk/archive-search'
import { frontStories } from '@/db/desk/front-view'
import { sectionAndBelow } from '@/db/store/section-tree'
import * as endpoints from '@/lib/desk/front/endpoints'

const STORIES_SHOWN = 20

export const GET = deskRoute(endpoints.findForFront, 'arrange fronts', async ({ db, input, editor, now }) => {
  const { q, within, section } = input
  const sectionIds = within === undefined ? undefined : await sectionAndBelow(db, within)
  const found = await searchArchive(db, {
    ...{ query: q, not: null, editor, siteUrl: siteUrl(), limit: STORIES_SHOWN, now },
    ...(sectionIds && { sectionIds }),
  })
  const ids = found.map(({ id }) => id)
  return { stories: await frontStories(db, { ids, sectionId: section ?? null, editor, now }) }
})
