import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { head } from '@/app/_pages/head'
import { readCorrections, readPageChrome, readPublication } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { CorrectionsPage } from '@/components/lists/corrections-page'
import { Page } from '@/components/page'
import { correctionsPath, parsePageNumber } from '@/lib/addresses/paths'
import { listGraph } from '@/lib/json-ld/list-graph'

const DESCRIPTION = 'What this paper got wrong, and what is right.'

/** A page of the paper's corrections; `page` as it stands in the address, absent on the first. */
export async function corrections(page?: string) {
  const list = (await find(page)) ?? notFound()
  const chrome = await readPageChrome()
  const path = correctionsPath(list.page)
  // A story corrected twice is one item.
  const items = [...new Map(list.items.map(({ article }) => [article.path, article])).values()]
  const collection = { path, name: 'Corrections', description: DESCRIPTION, items }
  return (
    <Page {...chrome}>
      <CorrectionsPage {...list} settings={chrome.settings} />
      <JsonLd graph={listGraph(await readPublication(), collection, [{ name: 'Corrections', path }])} />
    </Page>
  )
}

export async function correctionsHead(page?: string): Promise<Metadata> {
  const number = (await find(page))?.page ?? 1
  return head(await readPageChrome(), {
    title: number > 1 ? `Corrections, page ${number}` : 'Corrections',
    description: DESCRIPTION,
    path: correctionsPath(number),
  })
}

async function find(page?: string) {
  const number = page === undefined ? 1 : parsePageNumber(page)
  return number === null ? null : readCorrections(number)
}
