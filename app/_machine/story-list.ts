import 'server-only'
import { apiRequest, jsonResponse, problemResponse, publisher } from '@/app/_machine/content-api'
import { readStories } from '@/app/reads'
import { foundListJson, listJson } from '@/lib/content-api/list-json'
import { ninjsList } from '@/lib/content-api/ninjs'
import { DEFAULT_LIMIT } from '@/lib/content-api/parameters'
import { notFound, unanswered } from '@/lib/content-api/problem'
import { nextPath } from '@/lib/content-api/request'

/** A page of stories for a program, newest first or as it asks, with the address of the next page in the answer and its Link header. */
export async function storyList(request: Request): Promise<Response> {
  const question = apiRequest(request)
  if ('problem' in question) return problemResponse(question.problem)
  const { format, limit = DEFAULT_LIMIT, ...filters } = question.parameters
  const found = await readStories({ ...filters, limit })
  if ('refused' in found) return problemResponse(unanswered(found.refused))
  if ('unknown' in found) return problemResponse(notFound(`There is no ${found.unknown} “${filters[found.unknown]}”.`))
  const by = await publisher()
  const next = found.next && by.siteUrl + nextPath(question.path, found.next)
  const link = next ? { Link: `<${next}>; rel="next"` } : {}
  if (format !== 'ninjs' && found.searched) {
    return jsonResponse(foundListJson(found.stories, { next, ...found.searched }, by), link)
  }
  if (format !== 'ninjs') return jsonResponse(listJson(found.stories, next, by), link)
  const title = filters.q === undefined ? by.settings.name : `${by.settings.name}: ${filters.q}`
  return jsonResponse(ninjsList(found.stories, { path: question.path, title }, by), link)
}
