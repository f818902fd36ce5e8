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
import type { Article as PublicArticle } from '@/lib/article/article'
import { namedInBlocks, readerBody } from '@/lib/linking/reader-body'

/*
 * What the two addresses of a preview have in common. They read the store without the tags of a stored page: nothing
 * here is ever kept. `id` is null when the address shows nothing, or nothing to whoever asks.
 */

export const previewMetadata: Metadata = { title: 'Preview', robots: { index: false, follow: false } }

/** The frame in the language of the article; in that of the paper when there is none. */
export async function PreviewFrame({ id, children }: { id: number | null; children: ReactNode }) {
  const found = id === null ? null : await articlePreview(await store(), { id, now: deskNow() })
  const language = found?.page.article.language ?? (await siteSettings(await store())).value.language
  return <PreviewDocument language={language}>{children}</PreviewDocument>
}

/** The reader's page of the text under work of article `id`. */
export async function PreviewPage({ id }: { id: number | null }) {
  const db = await store()
  const now = deskNow()
  const found = (id === null ? null : await articlePreview(db, { id, now })) ?? notFound()
  const { article, referenced } = found.page
  const body = readerBody(article.body, article.id, referenced)
  const more = await moreFrom(article, namedInBlocks(body))
  const { value: settings } = await siteSettings(db)
  const sections = (await allSections(db)).value.filter(({ parentId }) => parentId === null)
  const isOut = found.state === 'published' && !found.hasUnpublishedChanges
  return (
    <>
      <PreviewLine words={isOut ? 'Preview – as published' : 'Preview – not published'} />
      <Page settings={settings} sections={sections} menus={(await menuLinks(db)).value}>
        <Article article={article} body={body} more={more} settings={settings} />
      </Page>
    </>
  )
}

async function moreFrom({ id, publishedAt, sections }: PublicArticle, without: number[]) {
  const section = sections.at(-1)
  if (!section) return []
  const article = { id, publishedAt, sectionId: section.id }
  const { value: answer } = await earlierInSection(await store(), {
    ...{ article, without },
    now: deskNow(),
    limit: MORE_FROM_SECTION,
  })
  return answer
}
