import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { readPageChrome, readPublication, readStandingPage } from '@/app/reads'
import { JsonLd } from '@/components/json-ld'
import { Page } from '@/components/page'
import { StandingPage } from '@/components/standing/standing-page'
import type { StandingPageSlug } from '@/db/reading/standing-pages'
import { bodyDescription } from '@/lib/article/story-description'
import { standingGraph } from '@/lib/json-ld/standing-graph'
import { readerBody } from '@/lib/linking/reader-body'

/** One of the pages on which the paper speaks of itself. */
export async function standingPage(slug: StandingPageSlug) {
  const page = await readStandingPage(slug)
  // Standing pages refer to no articles and show no pictures.
  const body = readerBody(page.body, 0, { articles: new Map(), pictures: new Map() })
  const chrome = await readPageChrome()
  return (
    <Page {...chrome}>
      <StandingPage headline={page.headline} body={body} settings={chrome.settings} />
      <JsonLd
        graph={standingGraph(await readPublication(), { slug, ...page, description: bodyDescription(page.body) })}
      />
    </Page>
  )
}

export async function standingHead(slug: StandingPageSlug): Promise<Metadata> {
  const page = await readStandingPage(slug)
  return head(await readPageChrome(), {
    title: page.headline,
    description: bodyDescription(page.body),
    path: `/${slug}`,
  })
}
