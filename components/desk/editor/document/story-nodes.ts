import { type Extensions, getSchema, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { bold } from './marks/bold'
import { code } from './marks/code'
import { italic } from './marks/italic'
import { link } from './marks/link'
import { alsoRead } from './nodes/also-read'
import type { ClassNames } from './nodes/class-names'
import { divider } from './nodes/divider'
import { embed } from './nodes/embed'
import { factBox, factTitle } from './nodes/fact-box'
import { gallery } from './nodes/gallery'
import { heading } from './nodes/heading'
import { image } from './nodes/image'
import { list, listItem } from './nodes/list'
import { paragraph } from './nodes/paragraph'
import { pullAttribution, pullQuote, pullWords } from './nodes/pull-quote'
import { attribution, quote, quoteWords } from './nodes/quote'
import { relatedNews } from './nodes/related-news'
import { table, tableCell, tableHeader, tableRow } from './nodes/table'

const story = Node.create({ name: 'doc', topNode: true, content: 'element+' })
const text = Node.create({ name: 'text', group: 'inline' })

/** The elements that are shown by a component of their own; the editor adds it to these specs. */
export const atomNodes = { image, gallery, embed, alsoRead, relatedNews }

/** Every node and mark of a story but the whole elements, one for each kind of element of a body and its parts. */
export function storyNodes(dress: ClassNames, entryTime: (at: number) => string): Extensions {
  return [
    story,
    text,
    paragraph(dress),
    heading(dress, entryTime),
    list(dress),
    listItem,
    quote(dress),
    quoteWords,
    attribution,
    pullQuote(dress),
    pullWords(dress),
    pullAttribution(dress),
    table(dress),
    tableRow,
    tableCell,
    tableHeader,
    factBox(dress),
    factTitle(dress),
    divider(dress),
    link(dress),
    bold(dress),
    italic,
    code(dress),
  ]
}

/** The schema of a story, without an editor. */
export function storySchema(): Schema {
  return getSchema([...storyNodes({}, String), ...Object.values(atomNodes)])
}
