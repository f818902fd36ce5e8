import { apiRoute } from '@/app/_admin-api/api-route'
import { iso } from '@/app/_admin-api/article-answers'
import { threadedQuery } from '@/app/threaded-query'
import { siteRuntime } from '@/lib/pages/site-runtime'
import type { MarkedText } from '@/lib/search/marked-text'

export const GET = apiRoute('searchArticles', async ({ editor, now, query: { q, limit, sort } }) => {
  const { siteUrl } = siteRuntime()
  const sought = { query: q, not: null, editor, siteUrl, limit, order: sort, now }
  const { stories, texts, didYouMean } = await threadedQuery('archiveWithWords', sought)
  const byId = new Map(texts.map((text) => [text.id, text]))
  return {
    articles: stories.map(({ id, state, headline, standfirst, section, language, publishedAt, path }) => ({
      id,
      state,
      headline,
      standfirst,
      section,
      language,
      publishedAt: iso(publishedAt),
      url: path && `${siteUrl}${path}`,
      found: { headline: parts(byId.get(id)?.headline), passage: parts(byId.get(id)?.passage) },
    })),
    didYouMean,
  }
})

/** As the content API gives them too. */
function parts(text: MarkedText = []) {
  return text.map((part) => ({ text: part.text, found: part.isFound }))
}
