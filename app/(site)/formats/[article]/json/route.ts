import { canonicalLink, jsonResponse, problemResponse, publicArticle, publisher } from '@/app/_machine/content-api'
import { articleJson } from '@/lib/content-api/article-json'

export const dynamic = 'force-dynamic'

/** Programs see this at the article's address with .json behind it. */
export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }) {
  const found = await publicArticle(Number((await params).article))
  if ('problem' in found) return problemResponse(found.problem)
  const { article, body } = found
  return jsonResponse(articleJson(article, body, await publisher()), { Link: canonicalLink(article) })
}
