import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { head } from '@/app/_pages/head'
import { readPageChrome, readPublication, readStandingPage } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { PageGone } from '@/components/problem/page-gone'
import { StandingPage } from '@/components/standing/standing-page'
import { standingPagePath } from '@/lib/addresses/paths'
import { bodyDescription } from '@/lib/article/story-description'
import { standingGraph } from '@/lib/json-ld/standing-graph'
import { readerBody } from '@/lib/linking/reader-body'
import type { PageContent } from '@/lib/paper/page-content'

/** One of the pages on which the paper speaks of itself. */
export async function standingPage(slug: string) {
  const page = (await readStandingPage(slug)) ?? notFound()
  const chrome = await readPageChrome()
  if (page.state === 'taken-down') {
    return (
      <Page {...chrome}>
        <PageGone takenDownAt={page.takenDownAt} settings={chrome.settings} />
      </Page>
    )
  }
  const { headline, body } = page.content
  const description = descriptionOf(page.content)
  return (
    <Page {...chrome}>
      <StandingPage headline={headline} body={readerBody(body, 0, page.referenced)} settings={chrome.settings} />
      <JsonLd graph={standingGraph(await readPublication(), { slug, headline, description })} />
    </Page>
  )
}

export async function standingHead(slug: string): Promise<Metadata> {
  const page = await readStandingPage(slug)
  if (!page) return {}
  const chrome = await readPageChrome()
  if (page.state === 'taken-down') {
    return head(chrome, { title: 'Taken down', description: '', path: null, unlisted: true })
  }
  return head(chrome, {
    title: page.content.headline,
    description: descriptionOf(page.content),
    path: standingPagePath(slug),
  })
}

function descriptionOf({ description, body }: PageContent): string {
  return description || bodyDescription(body)
}
