import {
  apiRequest,
  jsonResponse,
  problemResponse,
  publicArticle,
  publisher,
  textResponse,
} from '@/app/_machine/content-api'
import { readArticleAt } from '@/app/reads'
import { oEmbed, oEmbedXml, pathOn } from '@/lib/content-api/o-embed'
import { notFound } from '@/lib/content-api/problem'

export const dynamic = 'force-dynamic'

export async function GET(request: Request) {
  const question = apiRequest(request)
  if ('problem' in question) return problemResponse(question.problem)
  const { url = '', format, ...room } = question.parameters
  const by = await publisher()
  const path = pathOn(by, url)
  const id = path === null ? null : await readArticleAt(path)
  const found = id === null ? null : await publicArticle(id)
  if (!found || 'problem' in found)
    return problemResponse(notFound('url names no story of this paper that readers can see.'))
  const answer = oEmbed(found.article, room, by)
  return format === 'xml'
    ? textResponse(oEmbedXml(answer), { contentType: 'text/xml; charset=utf-8' })
    : jsonResponse(answer)
}
