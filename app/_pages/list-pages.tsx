import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import type { Graph } from 'schema-dts'
import { head, type Profile } from '@/app/_pages/head'
import { redirectOrNotFound } from '@/app/_pages/redirect-or-not-found'
import { readPageChrome, readPublication } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { decodeSegment, parsePageNumber } from '@/lib/addresses/paths'
import type { Teaser } from '@/lib/article/article'
import { listDescription } from '@/lib/article/story-description'
import type { Publication } from '@/lib/json-ld/publication'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { listImage } from '@/lib/pictures/sharing-image'

/** One page of the stories of a section, a topic, an author or a timeline. */
interface List {
  of: { name: string; slug: string }
  page: number
  teasers: Teaser[]
}

/** What differs between the pages of sections, of topics, of authors and of timelines. */
interface ListKind<Of extends List> {
  /** What stands before the slug in an address. */
  folder: string[]
  /** null when there is no such section, topic or author, or no such page of it. */
  read: (slug: string, page: number) => Promise<Of | null>
  path: (slug: string, page?: number) => string
  /** What the desk wrote about it; empty when it wrote nothing. */
  description: (list: Of) => string
  /** What may stand for the list where it is shared, the first that is suitable. */
  pictures: (list: Of) => Pick<Teaser, 'picture'>[]
  /** Whom the page is about; left out when it is about nobody. */
  profile?: (list: Of) => Profile | undefined
  /** Whether search engines should not list it; left out when they should. */
  unlisted?: (list: Of) => boolean
  body: (list: Of, settings: SiteSettings) => ReactNode
  /** The structured data of the page at `path`. */
  graph: (list: Of, publication: Publication, path: string) => Graph
}

/** The pages of one kind of list, and their heads; `page` as it is in the address, absent on the first. */
export function listPages<Of extends List>({ folder, read, path, ...kind }: ListKind<Of>) {
  async function find(slug: string, page?: string) {
    const name = decodeSegment(slug)
    const number = page === undefined ? 1 : parsePageNumber(page)
    return name === null || number === null ? null : read(name, number)
  }

  return {
    async page(slug: string, page?: string) {
      const segments = [...folder, slug, ...(page === undefined ? [] : ['page', page])]
      const list = (await find(slug, page)) ?? (await redirectOrNotFound(...segments))
      const chrome = await readPageChrome()
      const { name, slug: canonical } = list.of
      return (
        <Page {...chrome} list={{ name, path: path(canonical) }}>
          {kind.body(list, chrome.settings)}
          <JsonLd graph={kind.graph(list, await readPublication(), path(canonical, list.page))} />
        </Page>
      )
    },

    async head(slug: string, page?: string): Promise<Metadata> {
      const list = await find(slug, page)
      if (!list) return {}
      const chrome = await readPageChrome()
      const { name, slug: canonical } = list.of
      return head(chrome, {
        title: list.page > 1 ? `${name}, page ${list.page}` : name,
        description: kind.description(list) || listDescription(list.teasers),
        path: path(canonical, list.page),
        image: listImage(kind.pictures(list), chrome.settings),
        list: { name, path: path(canonical) },
        profile: kind.profile?.(list),
        unlisted: kind.unlisted?.(list) ?? false,
      })
    },
  }
}
