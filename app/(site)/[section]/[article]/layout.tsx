import type { ReactNode } from 'react'
import { HtmlDocument } from '@/app/_pages/html-document'
import { readerViewport } from '@/app/_pages/viewport'
import { readArticle, readPageChrome } from '@/app/reads'
import { parseArticlePath } from '@/lib/addresses/article-address'

// Pages are made for the page store, when somebody asks; nothing is made by the build.
export const dynamic = 'force-dynamic'
export const viewport = readerViewport

interface Props {
  params: Promise<{ section: string; article: string }>
  children: ReactNode
}

/** The whole page speaks the language of its article, so that a right-to-left story mirrors all of it. */
export default async function ArticleLayout({ params, children }: Props) {
  const { section, article } = await params
  const address = parseArticlePath(`/${section}/${article}`)
  const found = address && (await readArticle(address.id))
  const { settings } = await readPageChrome()
  const language = found?.visibility === 'public' ? found.article.language : settings.language
  return (
    <HtmlDocument language={language} paper={settings.name}>
      {children}
    </HtmlDocument>
  )
}
