import { DomUtils, parseDocument } from 'htmlparser2'
import { validateXML } from 'xmllint-wasm'

export type XmlElement = ReturnType<typeof DomUtils.getElementsByTagName>[number]

/** What a strict parser says against the document, and against the grammar when one is given. */
export async function parserProblems(xml: string, relaxNg?: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: 'feed.xml', contents: xml },
    ...(relaxNg ? { schema: relaxNg, extension: 'relaxng' as const } : { normalization: 'c14n' as const }),
    maxMemoryPages: 2048,
  })
  return errors.map(({ message }) => message)
}

/** The outermost element of the document. */
export function rootOf(xml: string): XmlElement | null {
  return DomUtils.findOne(() => true, parseDocument(xml, { xmlMode: true }).children) ?? null
}

export function childrenOf(parent: XmlElement, name?: string): XmlElement[] {
  return DomUtils.getElementsByTagName(name ?? '*', parent.children, false)
}

/** The words of the first child with this name; null without one. */
export function textOf(parent: XmlElement, name: string): string | null {
  const [first] = childrenOf(parent, name)
  return first ? DomUtils.textContent(first) : null
}

/** What stands in `seen` more than once. */
export function repeated(seen: string[]): string[] {
  return [...new Set(seen.filter((one, place) => seen.indexOf(one) !== place))]
}
