import 'server-only'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { deskNow } from '@/app/_desk/desk-route'
import { PreviewDocument } from '@/app/preview/preview-document'
import { MORE_FROM_SECTION } from '@/app/reads'
import { store } from '@/app/store'
import { Article } from '@/components/article/article'
import { PreviewLine } from '@/components/desk/preview/preview-line'
import { Page } from '@/components/page'
import { articlePreview } from '@/db/editing/preview'
import { menuLinks } from '@/db/paper/menus'
import { allSections } from '@/db/paper/sections'
import { siteSettings } from '@/db/paper/site'
import { earlierInSection } from '@/db/reading/teasers'
import { storySoFar } from '@/db/timelines/timelines'
import type { Article as PublicArticle } from '@/lib/article/article'
import { namedInBlocks, readerBody } from '@/lib/linking/reader-body'

/*
 * What the two addresses of a preview have in common. They read the store without the tags of a stored page: nothing
 * here is ever kept. `id` is null when the address shows nothing, or nothing to whoever asks.
 */

export const previewMetadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

interface Shown {
  id: number | null
  /** One version of the article; null or left out for the text under work. */
  version?: number | null | undefined
}

/** The frame in the language of the article; in that of the paper when there is none. */
export async function PreviewFrame({ id, version, children }: Shown & { children: ReactNode }) {
  const found = await previewOf({ id, version })
  const language = found?.page.article.language ?? (await siteSettings(await store())).value.language
  return <PreviewDocument language={language}>{children}</PreviewDocument>
}

/** The reader's page of the text under work of article `id`, or of one version of it. */
export async function PreviewPage({ id, version }: Shown) {
  const db = await store()
  const found = (await previewOf({ id, version })) ?? notFound()
  const { article, referenced } = found.page
  const body = readerBody(article.body, article.id, referenced)
  const more = await moreFrom(article, namedInBlocks(body))
  const { value: soFar } = await storySoFar(db, { id: article.id, now: deskNow() })
  const { value: settings } = await siteSettings(db)
  const sections = (await allSections(db)).value.filter(({ parentId }) => parentId === null)
  const isOut = found.state === 'published' && !found.hasUnpublishedChanges
  const status = isOut ? 'Preview – as published' : 'Preview – not published'
  return (
    <>
      <PreviewLine words={version ? `Version ${version} – for you to read and to answer below` : status} />
      <Page settings={settings} sections={sections} menus={(await menuLinks(db)).value}>
        <Article article={article} body={body} more={more} soFar={soFar} settings={settings} />
      </Page>
    </>
  )
}

async function previewOf({ id, version }: Shown) {
  if (id === null) return null
  return articlePreview(await store(), { id, now: deskNow(), ...(version && { version }) })
}

async function moreFrom({ id, publishedAt, sections }: PublicArticle, without: number[]) {
  const section = sections.at(-1)
  if (!section) return []
  const article = { id, publishedAt, sectionId: section.id }
  const { value: answer } = await earlierInSection(await store(), {
    article,
    without,
    now: deskNow(),
    limit: MORE_FROM_SECTION,
  })
  return answer
}
