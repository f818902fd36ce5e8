import divider from '@/components/article/elements/divider.module.css'
import factBox from '@/components/article/elements/fact-box.module.css'
import heading from '@/components/article/elements/heading.module.css'
import list from '@/components/article/elements/list.module.css'
import paragraph from '@/components/article/elements/paragraph.module.css'
import pullQuote from '@/components/article/elements/pull-quote.module.css'
import quote from '@/components/article/elements/quote.module.css'
import spans from '@/components/article/elements/spans.module.css'
import table from '@/components/article/elements/table.module.css'
import type { ClassNames } from './nodes/class-names'

/** The classes of the reader's page, so that the text looks as it will there. */
export const readerStyles: ClassNames = {
  paragraph: paragraph.paragraph,
  h2: heading.h2,
  h3: heading.h3,
  ordered: list.ordered,
  unordered: list.unordered,
  quote: quote.quote,
  pullQuote: pullQuote.pullQuote,
  pullWords: pullQuote.words,
  pullAttribution: pullQuote.attribution,
  table: table.table,
  tableScroll: table.scroll,
  factBox: factBox.factBox,
  factTitle: factBox.title,
  divider: divider.divider,
  bold: spans.bold,
  code: spans.code,
  link: spans.link,
  script: spans.script,
}
