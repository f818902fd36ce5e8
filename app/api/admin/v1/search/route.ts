import { apiRoute } from '@/app/_admin-api/api-route'
import { iso } from '@/app/_admin-api/article-answers'
import { searchArchive } from '@/db/desk/archive-search'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('searchArticles', async ({ db, editor, now, query: { q, limit } }) => {
  const { siteUrl } = siteRuntime()
  const found = await searchArchive(db, { query: q, not: null, editor, siteUrl, limit, now })
  return {
    articles: found.map(({ id, state, headline, standfirst, section, language, publishedAt, path }) => ({
      ...{ id, state, headline, standfirst, section, language },
      publishedAt: iso(publishedAt),
      url: path && `${siteUrl}${path}`,
    })),
  }
})
