import type { Metadata } from 'next'
import { head } from '@/app/head'
import { missing } from '@/app/missing'
import { readAuthor, readSurroundings } from '@/app/reads'
import { AuthorPage } from '@/components/edition/author-page'
import { Page } from '@/components/page'
import { authorPath, decodeSegment, parsePageNumber } from '@/lib/paths'

/** A page of a author’s list; `page` as it stands in the address, absent on the first. */
export async function author(slug: string, page?: string) {
  const found =
    (await find(slug, page)) ??
    (await missing(...(page === undefined ? ['authors', slug] : ['authors', slug, 'page', page])))
  const surroundings = await readSurroundings()
  const { of, ...list } = found
  return (
    <Page {...surroundings}>
      <AuthorPage author={of} {...list} settings={surroundings.settings} />
    </Page>
  )
}

export async function authorHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number } = found
  return head(await readSurroundings(), {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.bio,
    path: authorPath(of.slug, number),
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readAuthor(name, number)
}
