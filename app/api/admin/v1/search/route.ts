import { apiRoute } from '@/app/_admin-api/api-route'
import { iso } from '@/app/_admin-api/article-answers'
import { threadedQuery } from '@/app/threaded-query'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const GET = apiRoute('searchArticles', async ({ editor, now, query: { q, limit } }) => {
  const { siteUrl } = siteRuntime()
  const found = await threadedQuery('archive', { query: q, not: null, editor, siteUrl, limit, now })
  return {
    articles: found.map(({ id, state, headline, standfirst, section, language, publishedAt, path }) => ({
      ...{ id, state, headline, standfirst, section, language },
      publishedAt: iso(publishedAt),
      url: path && `${siteUrl}${path}`,
    })),
  }
})
