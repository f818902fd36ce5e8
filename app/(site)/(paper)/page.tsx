import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { readEdition, readPageChrome, readPublication } from '@/app/reads'
import { FrontPage } from '@/components/front-page/front-page'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { editionInstant, editionTeasers } from '@/lib/front/edition'
import { listGraph } from '@/lib/json-ld/list-graph'
import { listImage } from '@/lib/pictures/sharing-image'
import { longDay } from '@/lib/time/dates'

export default async function Front() {
  const chrome = await readPageChrome()
  const edition = await readEdition()
  const newest = editionInstant(edition)
  const day = newest ? longDay(newest, chrome.settings) : undefined
  const { name, tagline } = chrome.settings
  const list = { path: '/', name, description: tagline, items: editionTeasers(edition) }
  return (
    <Page {...chrome} day={day}>
      <FrontPage edition={edition} settings={chrome.settings} day={day} />
      <JsonLd graph={listGraph(await readPublication(), list, [])} />
    </Page>
  )
}

export async function generateMetadata(): Promise<Metadata> {
  const chrome = await readPageChrome()
  const image = listImage(editionTeasers(await readEdition()), chrome.settings)
  return head(chrome, { title: null, description: '', path: '/', image })
}
