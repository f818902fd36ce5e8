import type { Metadata } from 'next'
import { head } from '@/app/head'
import { readEdition, readPublication, readSurroundings } from '@/app/reads'
import { FrontPage } from '@/components/edition/front-page'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { longDay } from '@/lib/dates'
import { editionInstant, editionTeasers } from '@/lib/edition'
import { listGraph } from '@/lib/json-ld/list-graph'
import { listImage } from '@/lib/sharing-image'

export default async function Front() {
  const surroundings = await readSurroundings()
  const edition = await readEdition()
  const newest = editionInstant(edition)
  const day = newest ? longDay(newest, surroundings.settings) : undefined
  const { name, tagline } = surroundings.settings
  const list = { path: '/', name, description: tagline, items: editionTeasers(edition) }
  return (
    <Page {...surroundings} day={day}>
      <FrontPage edition={edition} settings={surroundings.settings} day={day} />
      <JsonLd graph={listGraph(await readPublication(), list, [])} />
    </Page>
  )
}

export async function generateMetadata(): Promise<Metadata> {
  const surroundings = await readSurroundings()
  const image = listImage(editionTeasers(await readEdition()), surroundings.settings)
  return head(surroundings, { title: null, description: '', path: '/', image })
}
