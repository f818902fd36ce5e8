import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parseArticlePath } from '@/lib/addresses/article-address'
import {
  INTERNAL_SECURITY,
  internalFormatPath,
  OPEN_SEARCH_SUGGESTIONS,
  SECURITY,
} from '@/lib/addresses/document-paths'
import { internalSearchPath, internalSuggestionsPath, parsePageNumber } from '@/lib/addresses/paths'
import { parseAskedSearch, searchParameters } from '@/lib/search/asked-search'
import { searchQuery } from '@/lib/text/search-query'
import type { PageHandler } from '@/server/http/router'

/** Readers' addresses in development: straight from the framework, with its scripts; nothing is cached. */
export function devPageHandler(framework: RequestListener): PageHandler {
  return {
    answerFromStore: () => false,
    async answer(request: IncomingMessage, response: ServerResponse) {
      const url = new URL(request.url ?? '/', 'http://localhost')
      const asked = parseAskedSearch(url.searchParams)
      if (url.pathname === '/search' && asked) {
        request.url = internalSearchPath(
          String(searchParameters(asked)),
          parsePageNumber(url.searchParams.get('page') ?? '') ?? 1,
        )
      }
      if (url.pathname === OPEN_SEARCH_SUGGESTIONS) {
        request.url = internalSuggestionsPath(searchQuery(url.searchParams.get('q') ?? '') || ' ')
      }
      const article = parseArticlePath(url.pathname)
      if (article?.format) request.url = internalFormatPath(article.id, article.format)
      if (url.pathname === SECURITY) request.url = INTERNAL_SECURITY
      framework(request, response)
    },
  }
}
