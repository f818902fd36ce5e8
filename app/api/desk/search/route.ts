import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { siteUrl } from '@/app/reads'
import { searchArchive } from '@/db/desk/archive-search'

const STORIES_SHOWN = 12

const query = z.object({ q: z.string().default(''), not: z.coerce.number().int().positive().optional() })

export const GET = deskRoute('search archive', query, async ({ db, input, editor, now }) => {
  const { q, not = null } = input
  const stories = await searchArchive(db, { query: q, not, editor, siteUrl: siteUrl(), limit: STORIES_SHOWN, now })
  return { stories }
})
