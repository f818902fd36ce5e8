import type { ReactNode } from 'react'
import { HtmlDocument } from '@/app/_pages/html-document'
import { readerViewport } from '@/app/_pages/viewport'
import { readPageChrome } from '@/app/reads'

// Pages are made for the page store, when somebody asks; nothing is made by the build.
export const dynamic = 'force-dynamic'
export const viewport = readerViewport

/** Every reader's page but an article, which brings its own language. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  const { settings } = await readPageChrome()
  return (
    <HtmlDocument language={settings.language} paper={settings.name}>
      {children}
    </HtmlDocument>
  )
}
