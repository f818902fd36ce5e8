import type { Metadata } from 'next'
import { head } from '@/app/head'
import { missing } from '@/app/missing'
import { readSurroundings, readTopic } from '@/app/reads'
import { TopicPage } from '@/components/edition/topic-page'
import { Page } from '@/components/page'
import { decodeSegment, parsePageNumber, topicPath } from '@/lib/paths'

/** A page of a topic’s list; `page` as it stands in the address, absent on the first. */
export async function topic(slug: string, page?: string) {
  const found =
    (await find(slug, page)) ??
    (await missing(...(page === undefined ? ['topics', slug] : ['topics', slug, 'page', page])))
  const surroundings = await readSurroundings()
  const { of, ...list } = found
  return (
    <Page {...surroundings}>
      <TopicPage topic={of} {...list} settings={surroundings.settings} />
    </Page>
  )
}

export async function topicHead(slug: string, page?: string): Promise<Metadata> {
  const found = await find(slug, page)
  if (!found) return {}
  const { of, page: number } = found
  return head(await readSurroundings(), {
    title: number > 1 ? `${of.name}, page ${number}` : of.name,
    description: of.description,
    path: topicPath(of.slug, number),
  })
}

async function find(slug: string, page?: string) {
  const name = decodeSegment(slug)
  const number = page === undefined ? 1 : parsePageNumber(page)
  return name === null || number === null ? null : readTopic(name, number)
}
