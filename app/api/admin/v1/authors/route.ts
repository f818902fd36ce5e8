import { apiRoute } from '@/app/_admin-api/api-route'
import { addAuthor, allAuthors, authorProblem } from '@/db/paper/authors'
import { authorPath, chosenSlug } from '@/lib/addresses/paths'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listAuthors', async ({ db }) => ({
  authors: (await allAuthors(db)).value.map(({ id, slug, name, role, bio }) => ({
    ...{ id, slug, name, role, bio, url: `${siteRuntime().siteUrl}${authorPath(slug)}` },
  })),
}))

export const POST = apiRoute('createAuthor', async ({ db, now, body }) => {
  const slug = chosenSlug(body.slug, { name: body.name, own: null })
  const author = { ...body, slug, email: '', links: [], portraitId: null, userId: null }
  const refusal = await authorProblem(db, { author, self: null })
  if (refusal) return refusal
  const id = await addAuthor(db, { ...author, now })
  return { id, slug, url: `${siteRuntime().siteUrl}${authorPath(slug)}` }
})
