import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { head } from '@/app/_pages/head'
import { readPageChrome, readPublication, readSearch, readSections } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { SearchPage } from '@/components/lists/search-page'
import { Page } from '@/components/page'
import { parseInternalSearch, parsePageNumber } from '@/lib/addresses/paths'
import { searchGraph } from '@/lib/json-ld/search-graph'
import { type AskedSearch, parseAskedSearch } from '@/lib/search/asked-search'

const NO_ANSWER = {
  teasers: [],
  texts: [],
  total: 0,
  isMore: false,
  corrected: null,
  didYouMean: null,
  subjects: { topics: [], authors: [] },
  names: {},
  page: 1,
  pages: 1,
}

/** The search form, and below it what was found; what is asked for and `page` as they stand in the internal path. */
export async function search(segment?: string, page?: string) {
  const asked = segment === undefined ? null : (askedIn(segment) ?? notFound())
  const number = page === undefined ? 1 : (parsePageNumber(page) ?? notFound())
  const found = asked === null ? NO_ANSWER : ((await readSearch(asked, number)) ?? notFound())
  // Nobody reads it.
  if ('refused' in found && found.refused === 'left') return null
  const chrome = await readPageChrome()
  return (
    <Page {...chrome}>
      <SearchPage asked={asked} found={found} sections={await readSections()} settings={chrome.settings} />
      <JsonLd graph={searchGraph(await readPublication())} />
    </Page>
  )
}

export async function searchHead(segment?: string): Promise<Metadata> {
  const asked = segment === undefined ? null : askedIn(segment)
  return head(await readPageChrome(), {
    title: asked === null ? 'Search' : `Search: ${asked.query}`,
    description: 'Search the paper.',
    path: '/search',
    unlisted: asked !== null,
  })
}

function askedIn(segment: string): AskedSearch | null {
  const parameters = parseInternalSearch(segment)
  return parameters === null ? null : parseAskedSearch(new URLSearchParams(parameters))
}
