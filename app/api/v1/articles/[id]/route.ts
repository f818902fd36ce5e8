import {
  apiRequest,
  canonicalLink,
  jsonResponse,
  problemResponse,
  publicArticle,
  publisher,
} from '@/app/_machine/content-api'
import { articleJson } from '@/lib/content-api/article-json'
import { ninjsArticle } from '@/lib/content-api/ninjs'

export const dynamic = 'force-dynamic'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const question = apiRequest(request)
  if ('problem' in question) return problemResponse(question.problem)
  const found = await publicArticle(Number((await params).id))
  if ('problem' in found) return problemResponse(found.problem)
  const { article, body } = found
  const build = question.parameters.format === 'ninjs' ? ninjsArticle : articleJson
  return jsonResponse(build(article, body, await publisher()), { Link: canonicalLink(article) })
}
