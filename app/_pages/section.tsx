import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { missing } from '@/app/_pages/missing'
import { readPageChrome, readPublication, readSection } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { SectionPage } from '@/components/lists/section-page'
import { Page } from '@/components/page'
import { decodeSegment, parsePageNumber, sectionPath } from '@/lib/addresses/paths'
import { sectionCrumbs } from '@/lib/json-ld/breadcrumb'
import { listGraph } from '@/lib/json-ld/list-graph'
import { listImage } from '@/lib/pictures/sharing-image'

/** A page of a section's list; `page` as it stands in the address, absent on the first. */
export async function section(slug: string, page?: string) {
  const found = (await find(slug, page)) ?? (await missing(...(page === undefined ? [slug] : [slug, 'page', page])))
  const surroundings = await readPageChrome()
  const { of, line, ...list } = found
  const path = sectionPath(of.slug, list.page)
  const collection = { path, name: of.name, description: of.description, items: list.teasers }
  const crumbs = [...sectionCrumbs(line.slice(0, -1)), { name: of.name, path }]
  return (
    <Page {...surroundings} list={{ name: of.name, path: sectionPath(of.slug) }}>
      <SectionPage section={of} {...list} settings={surroundings.settings} />
      <JsonLd graph={listGraph(await readPublication(), collection, crumbs)} />
    </Page>
  )
}

export async function sectionHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number, teasers } = found
  const surroundings = await readPageChrome()
  return head(surroundings, {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.description,
    path: sectionPath(of.slug, number),
    image: listImage(teasers, surroundings.settings),
    list: { name: of.name, path: sectionPath(of.slug) },
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readSection(name, number)
}
