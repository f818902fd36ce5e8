import { deskRoute } from '@/app/_desk/desk-route'
import { pageAddressProblem, startPage } from '@/db/paper/pages'
import { inTransaction } from '@/db/store/open'
import { chosenSlug } from '@/lib/addresses/paths'
import * as endpoints from '@/lib/desk/pages/endpoints'
import { refuse } from '@/lib/desk/refusal'

export const POST = deskRoute(endpoints.startPage, 'manage pages', async ({ db, editor, input, now }) => {
  const { headline } = input
  const slug = chosenSlug(input.slug, { name: headline, own: null })
  return inTransaction(db, async (tx) => {
    const problem = await pageAddressProblem(tx, { slug, self: null })
    if (problem) return refuse('slug', problem)
    return { id: await startPage(tx, { slug, content: { headline, description: '', body: [] }, by: editor, now }) }
  })
})
