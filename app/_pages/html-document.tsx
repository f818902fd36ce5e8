import type { ReactNode } from 'react'
import { fonts } from '@/app/_pages/fonts'
import { directionOf } from '@/lib/paper/language'

/** The frame of a reader's page. The reader module is the only script that ever stands in it. */
export function HtmlDocument({ language, children }: { language: string; children: ReactNode }) {
  return (
    <html lang={language} dir={directionOf(language)} className={fonts}>
      <head>
        <script src={process.env.FIRST_PAINT} />
        <script src={process.env.READER_MODULE} defer />
      </head>
      <body>{children}</body>
    </html>
  )
}
