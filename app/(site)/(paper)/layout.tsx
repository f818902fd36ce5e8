import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { HtmlDocument } from '@/app/html-document'
import { readSurroundings } from '@/app/reads'

// Pages are made for the page store, when somebody asks; nothing is made by the build.
export const instant = false

/** Every reader's page but an article, which brings its own language. */
export default async function PaperLayout({ children }: { children: ReactNode }) {
  await connection()
  const { settings } = await readSurroundings()
  return <HtmlDocument language={settings.language}>{children}</HtmlDocument>
}
