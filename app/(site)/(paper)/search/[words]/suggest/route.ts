import { machineDocument } from '@/app/_machine/machine-document'
import { readSuggestions, siteUrl } from '@/app/reads'
import { parseInternalSearch } from '@/lib/addresses/paths'
import { SUGGESTIONS_TYPE, suggestionsJson } from '@/lib/search/open-search'

export const dynamic = 'force-dynamic'

interface Context {
  params: Promise<{ words: string }>
}

/** Readers ask /search/suggest?q=…; a browser may keep the answer for a minute, because letters are typed and taken back. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const typed = (parseInternalSearch((await params).words) ?? '').trim()
  const found = typed ? await readSuggestions(typed) : []
  return machineDocument(suggestionsJson(typed, found, siteUrl()), {
    contentType: SUGGESTIONS_TYPE,
    headers: { 'Cache-Control': 'public, max-age=60', 'X-Robots-Tag': 'noindex' },
  })
}
