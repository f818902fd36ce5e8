import localFont from 'next/font/local'
import type { ReactNode } from 'react'
import { directionOf } from '@/lib/language'
import '@/components/tokens.css'
import '@/components/page.css'

const newsreader = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
      style: 'normal',
    },
    {
      path: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
      style: 'italic',
    },
  ],
  weight: '200 800',
  variable: '--font-news',
  adjustFontFallback: 'Times New Roman',
})

/** The frame of a reader's page. The reader module is the only script that ever stands in it. */
export function HtmlDocument({ language, children }: { language: string; children: ReactNode }) {
  return (
    <html lang={language} dir={directionOf(language)} className={newsreader.variable}>
      <head>
        <script src={process.env.FIRST_PAINT} />
        <script src={process.env.READER_MODULE} defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
