import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { missing } from '@/app/_pages/missing'
import { readPageChrome, readPublication, readTopic } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { TopicPage } from '@/components/lists/topic-page'
import { Page } from '@/components/page'
import { decodeSegment, parsePageNumber, topicPath } from '@/lib/addresses/paths'
import { listGraph } from '@/lib/json-ld/list-graph'
import { listImage } from '@/lib/pictures/sharing-image'

/** A page of a topic’s list; `page` as it stands in the address, absent on the first. */
export async function topic(slug: string, page?: string) {
  const found =
    (await find(slug, page)) ??
    (await missing(...(page === undefined ? ['topics', slug] : ['topics', slug, 'page', page])))
  const surroundings = await readPageChrome()
  const { of, ...list } = found
  const path = topicPath(of.slug, list.page)
  const about = { '@type': 'Thing' as const, name: of.name }
  const collection = { path, name: of.name, description: of.description, items: list.teasers, about }
  return (
    <Page {...surroundings} list={{ name: of.name, path: topicPath(of.slug) }}>
      <TopicPage topic={of} {...list} settings={surroundings.settings} />
      <JsonLd graph={listGraph(await readPublication(), collection, [{ name: of.name, path }])} />
    </Page>
  )
}

export async function topicHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number, teasers } = found
  const surroundings = await readPageChrome()
  return head(surroundings, {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.description,
    path: topicPath(of.slug, number),
    image: listImage(teasers, surroundings.settings),
    list: { name: of.name, path: topicPath(of.slug) },
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readTopic(name, number)
}
