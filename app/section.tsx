import type { Metadata } from 'next'
import { head } from '@/app/head'
import { missing } from '@/app/missing'
import { readSection, readSurroundings } from '@/app/reads'
import { SectionPage } from '@/components/edition/section-page'
import { Page } from '@/components/page'
import { decodeSegment, parsePageNumber, sectionPath } from '@/lib/paths'

/** A page of a section's list; `page` as it stands in the address, absent on the first. */
export async function section(slug: string, page?: string) {
  const found = (await find(slug, page)) ?? (await missing(...(page === undefined ? [slug] : [slug, 'page', page])))
  const surroundings = await readSurroundings()
  const { of, ...list } = found
  return (
    <Page {...surroundings}>
      <SectionPage section={of} {...list} settings={surroundings.settings} />
    </Page>
  )
}

export async function sectionHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number } = found
  return head(await readSurroundings(), {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.description,
    path: sectionPath(of.slug, number),
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readSection(name, number)
}
