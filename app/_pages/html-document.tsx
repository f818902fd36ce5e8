import type { ReactNode } from 'react'
import { fonts } from '@/app/_pages/fonts'
import { OPEN_SEARCH } from '@/lib/addresses/document-paths'
import { directionOf } from '@/lib/paper/language'
import { OPEN_SEARCH_TYPE } from '@/lib/search/open-search'

interface Props {
  language: string
  /** The name of the paper, under which a browser offers to search it. */
  paper: string
  children: ReactNode
}

/** The frame of a reader's page. The two scripts of the reader module are the only ones that ever stand in it. */
export function HtmlDocument({ language, paper, children }: Props) {
  return (
    <html lang={language} dir={directionOf(language)} className={fonts}>
      <head>
        <script src={process.env.FIRST_PAINT} />
        <script src={process.env.READER_MODULE} defer />
        <link rel="search" type={OPEN_SEARCH_TYPE} href={OPEN_SEARCH} title={paper} />
      </head>
      <body>{children}</body>
    </html>
  )
}
