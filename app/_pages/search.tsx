import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { head } from '@/app/_pages/head'
import { readPageChrome, readPublication, readSearch } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { SearchPage } from '@/components/lists/search-page'
import { Page } from '@/components/page'
import { parseInternalSearch, parsePageNumber } from '@/lib/addresses/paths'
import { searchGraph } from '@/lib/json-ld/search-graph'

const NO_ANSWER = { teasers: [], total: 0, page: 1, pages: 1 }

/** The search form, and below it what was found; `words` and `page` as they stand in the internal path. */
export async function search(words?: string, page?: string) {
  const query = words === undefined ? null : (parseInternalSearch(words) ?? notFound())
  const number = page === undefined ? 1 : (parsePageNumber(page) ?? notFound())
  const found = query === null ? NO_ANSWER : ((await readSearch(query, number)) ?? notFound())
  const chrome = await readPageChrome()
  return (
    <Page {...chrome}>
      <SearchPage query={query} {...found} settings={chrome.settings} />
      <JsonLd graph={searchGraph(await readPublication())} />
    </Page>
  )
}

export async function searchHead(words?: string): Promise<Metadata> {
  const query = words === undefined ? null : parseInternalSearch(words)
  return head(await readPageChrome(), {
    title: query === null ? 'Search' : `Search: ${query}`,
    description: 'Search the paper.',
    path: '/search',
    unlisted: query !== null,
  })
}
