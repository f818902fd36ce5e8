import { canonicalLink, problemResponse, publicArticle, publisher, textResponse } from '@/app/_machine/content-api'
import { articleMarkdown } from '@/lib/copy/markdown'

export const dynamic = 'force-dynamic'

/** Programs see this at the article's address with .md behind it. */
export async function GET(_request: Request, { params }: { params: Promise<{ article: string }> }) {
  const found = await publicArticle(Number((await params).article))
  if ('problem' in found) return problemResponse(found.problem)
  const { article, body } = found
  const markdown = articleMarkdown(article, body, await publisher())
  return textResponse(markdown, { contentType: 'text/markdown; charset=utf-8', Link: canonicalLink(article) })
}
