import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { head } from '@/app/head'
import { readCorrections, readSurroundings } from '@/app/reads'
import { CorrectionsPage } from '@/components/edition/corrections-page'
import { Page } from '@/components/page'
import { correctionsPath, parsePageNumber } from '@/lib/paths'

/** A page of the paper's corrections; `page` as it stands in the address, absent on the first. */
export async function corrections(page?: string) {
  const list = (await find(page)) ?? notFound()
  const surroundings = await readSurroundings()
  return (
    <Page {...surroundings}>
      <CorrectionsPage {...list} settings={surroundings.settings} />
    </Page>
  )
}

export async function correctionsHead(page?: string): Promise<Metadata> {
  const number = (await find(page))?.page ?? 1
  return head(await readSurroundings(), {
    title: number > 1 ? `Corrections, page ${number}` : 'Corrections',
    description: 'What this paper got wrong, and what is right.',
    path: correctionsPath(number),
  })
}

async function find(page?: string) {
  const number = page === undefined ? 1 : parsePageNumber(page)
  return number === null ? null : readCorrections(number)
}
