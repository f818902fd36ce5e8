import { Fragment, type ReactNode } from 'react'
import { Dateline } from '@/components/article/dateline'
import { AlsoRead } from '@/components/article/elements/also-read'
import { AlsoReadElsewhere } from '@/components/article/elements/also-read-elsewhere'
import { Divider } from '@/components/article/elements/divider'
import { Embed } from '@/components/article/elements/embed'
import { FactBox } from '@/components/article/elements/fact-box'
import { Gallery } from '@/components/article/elements/gallery'
import { Heading } from '@/components/article/elements/heading'
import { ImageElement } from '@/components/article/elements/image-element'
import { List } from '@/components/article/elements/list'
import { Paragraph } from '@/components/article/elements/paragraph'
import { PullQuote } from '@/components/article/elements/pull-quote'
import { Quote } from '@/components/article/elements/quote'
import { RelatedNews } from '@/components/article/elements/related-news'
import { Table } from '@/components/article/elements/table'
import type { ReaderBody, ReaderElement } from '@/lib/linking/reader-body'
import { isRepeatedQuote } from '@/lib/linking/repeated-quote'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './body.module.css'

interface Props {
  body: ReaderBody
  /** Shown before the first paragraph; empty when there is none. */
  dateline?: string
  /** What stands in the same block before the text. */
  before?: ReactNode
  /** What stands in the same block after the text. */
  after?: ReactNode
  settings: SiteSettings
}

export function ArticleBody({ body, dateline = '', before, after, settings }: Props) {
  const first = body.find(({ type }) => type === 'paragraph')
  return (
    <div className={styles.body}>
      {before}
      {body.map((element) => (
        <Fragment key={element.id}>
          {rendered(element, body, settings, element === first ? <Dateline dateline={dateline} /> : null)}
        </Fragment>
      ))}
      {after}
    </div>
  )
}

function rendered(element: ReaderElement, body: ReaderBody, settings: SiteSettings, dateline: ReactNode): ReactNode {
  switch (element.type) {
    case 'paragraph':
      return <Paragraph text={element.text}>{dateline}</Paragraph>
    case 'heading':
      return <Heading {...element} settings={settings} />
    case 'list':
      return <List {...element} />
    case 'quote':
      return <Quote {...element} />
    case 'pull-quote':
      return <PullQuote {...element} repeated={isRepeatedQuote(element.text, body)} />
    case 'image':
      return <ImageElement figure={element.figure} />
    case 'gallery':
      return <Gallery {...element} />
    case 'table':
      return <Table {...element} />
    case 'fact-box':
      return <FactBox {...element} />
    case 'divider':
      return <Divider />
    case 'embed':
      return <Embed {...element} />
    case 'also-read':
      return <AlsoRead target={element.target} />
    case 'also-read-elsewhere':
      return <AlsoReadElsewhere {...element} />
    case 'related-news':
      return <RelatedNews {...element} />
    default:
      throw unknown(element)
  }
}

function unknown(element: never): Error {
  return new Error(`an article's body holds an element no component shows: ${JSON.stringify(element)}`)
}
