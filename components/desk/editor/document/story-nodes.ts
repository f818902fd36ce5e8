import { type Extensions, getSchema, Node } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { bold } from './marks/bold'
import { code } from './marks/code'
import { italic } from './marks/italic'
import { link } from './marks/link'
import { subscript } from './marks/subscript'
import { superscript } from './marks/superscript'
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

/** The atoms; the editor adds a React view to each. */
export const atomNodes = { image, gallery, embed, alsoRead, relatedNews }

/** Every node and mark of a story except the atoms: one for each kind of element of a body, and for its parts. */
export function storyNodes(classNames: ClassNames, entryTime: (at: number) => string): Extensions {
  return [
    story,
    text,
    paragraph(classNames),
    heading(classNames, entryTime),
    list(classNames),
    listItem,
    quote(classNames),
    quoteWords,
    attribution,
    pullQuote(classNames),
    pullWords(classNames),
    pullAttribution(classNames),
    table(classNames),
    tableRow,
    tableCell,
    tableHeader,
    factBox(classNames),
    factTitle(classNames),
    divider(classNames),
    link(classNames),
    bold(classNames),
    italic,
    superscript(classNames),
    subscript(classNames),
    code(classNames),
  ]
}

/** The schema of a story, without an editor. */
export function storySchema(): Schema {
  return getSchema([...storyNodes({}, String), ...Object.values(atomNodes)])
}
