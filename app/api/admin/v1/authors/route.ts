import { apiRoute } from '@/app/_admin-api/api-route'
import { bringAuthor } from '@/db/paper/author-changes'
import { allAuthors } from '@/db/paper/authors'
import { authorPath } from '@/lib/addresses/paths'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('listAuthors', async ({ db }) => ({
  authors: (await allAuthors(db)).value.map(({ id, slug, name, role, bio }) => ({
    id,
    slug,
    name,
    role,
    bio,
    url: `${siteRuntime().siteUrl}${authorPath(slug)}`,
  })),
}))

export const POST = apiRoute('createAuthor', async ({ db, now, body }) => {
  const made = await bringAuthor(db, { ...body, now })
  return 'problems' in made ? made : { ...made, url: `${siteRuntime().siteUrl}${authorPath(made.slug)}` }
})
