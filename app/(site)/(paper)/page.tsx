import type { Metadata } from 'next'
import { head } from '@/app/head'
import { readEdition, readSurroundings } from '@/app/reads'
import { FrontPage } from '@/components/edition/front-page'
import { Page } from '@/components/page'
import { longDay } from '@/lib/dates'
import { editionInstant } from '@/lib/edition'

export default async function Front() {
  const surroundings = await readSurroundings()
  const edition = await readEdition()
  const newest = editionInstant(edition)
  const day = newest ? longDay(newest, surroundings.settings) : undefined
  return (
    <Page {...surroundings} day={day}>
      <FrontPage edition={edition} settings={surroundings.settings} day={day} />
    </Page>
  )
}

export async function generateMetadata(): Promise<Metadata> {
  return head(await readSurroundings(), { title: null, description: '', path: '/' })
}
