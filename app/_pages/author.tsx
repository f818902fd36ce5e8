import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { missing } from '@/app/_pages/missing'
import { readAuthor, readPageChrome, readPublication } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { AuthorPage } from '@/components/lists/author-page'
import { Page } from '@/components/page'
import { authorPath, decodeSegment, parsePageNumber } from '@/lib/addresses/paths'
import { authorGraph } from '@/lib/json-ld/author-graph'
import { listImage } from '@/lib/pictures/sharing-image'

/** A page of a author’s list; `page` as it stands in the address, absent on the first. */
export async function author(slug: string, page?: string) {
  const found =
    (await find(slug, page)) ??
    (await missing(...(page === undefined ? ['authors', slug] : ['authors', slug, 'page', page])))
  const surroundings = await readPageChrome()
  const { of, ...list } = found
  return (
    <Page {...surroundings} list={{ name: of.name, path: authorPath(of.slug) }}>
      <AuthorPage author={of} {...list} settings={surroundings.settings} />
      <JsonLd graph={authorGraph(await readPublication(), { author: of, page: list.page, items: list.teasers })} />
    </Page>
  )
}

export async function authorHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number, teasers } = found
  const surroundings = await readPageChrome()
  return head(surroundings, {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.bio,
    path: authorPath(of.slug, number),
    image: listImage([{ picture: of.portrait }, ...teasers], surroundings.settings),
    list: { name: of.name, path: authorPath(of.slug) },
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readAuthor(name, number)
}
