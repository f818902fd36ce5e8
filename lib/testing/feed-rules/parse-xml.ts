import { DomUtils, parseDocument } from 'htmlparser2'
import { validateXML } from 'xmllint-wasm'
import { notWellFormed } from '@/lib/crawler-check/well-formed'

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** The errors of a strict parser in the document, and those by the grammar when there is one. */
export async function parserProblems(xml: string, relaxNg?: string): Promise<string[]> {
  const problem = notWellFormed(xml)
  if (problem || !relaxNg) return problem ? [problem] : []
  const { errors } = await validateXML({
    xml: { fileName: 'feed.xml', contents: xml },
    schema: relaxNg,
    extension: 'relaxng',
    maxMemoryPages: 2048,
  })
  return errors.map(({ message }) => message)
}

/** The root element of the document; null without one. */
export function rootOf(xml: string): XmlElement | null {
  return DomUtils.findOne(() => true, parseDocument(xml, { xmlMode: true }).children) ?? null
}

export function childrenOf(parent: XmlElement, name?: string): XmlElement[] {
  return DomUtils.getElementsByTagName(name ?? '*', parent.children, false)
}

/** The text of the first child with this name; null without one. */
export function textOf(parent: XmlElement, name: string): string | null {
  const [first] = childrenOf(parent, name)
  return first ? DomUtils.textContent(first) : null
}

/** The values that `values` contains more than once, each once. */
export function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))]
}
