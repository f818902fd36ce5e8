import type { ReactNode } from 'react'
import { HtmlDocument } from '@/app/html-document'
import { readSurroundings } from '@/app/reads'

export const ensureStatic = 'navigation'

/** Every reader's page but an article, which brings its own language. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  'use cache'
  const { settings } = await readSurroundings()
  return <HtmlDocument language={settings.language}>{children}</HtmlDocument>
}
