import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { threadedQuery } from '@/app/threaded-query'
import { readsSince } from '@/db/audience/reads'
import { frontStories } from '@/db/desk/front-view'
import { sectionAndBelow } from '@/db/store/section-tree'
import { hoursBack } from '@/lib/audience/reads'
import * as endpoints from '@/lib/desk/front/endpoints'

const STORIES_SHOWN = 20
const HOURS_OF_READS = 24

export const GET = deskRoute(endpoints.findForFront, 'arrange fronts', async ({ db, input, editor, now }) => {
  const { q, within, section, order } = input
  const sectionIds = within === undefined ? undefined : await sectionAndBelow(db, within)
  const some = { limit: STORIES_SHOWN, now, ...(sectionIds && { sectionIds }) }
  const shown = async (ids: readonly number[]) => ({
    stories: await frontStories(db, { ids, sectionId: section ?? null, editor, now }),
  })
  const since = hoursBack(now, HOURS_OF_READS)
  if (order === 'reads' && q === '') return shown(await threadedQuery('mostRead', { since, ...some }))
  const found = await threadedQuery('archive', { query: q, not: null, editor, siteUrl: siteUrl(), ...some })
  const ids = found.map(({ id }) => id)
  if (order === 'best') return shown(ids)
  const reads = await readsSince(db, { ids, since })
  return shown(ids.toSorted((one, other) => (reads.get(other) ?? 0) - (reads.get(one) ?? 0)))
})
