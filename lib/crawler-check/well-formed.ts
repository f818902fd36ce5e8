const NAME = '[A-Za-z_][\\w.:-]*'
const TAG = new RegExp(`^<(/?)(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`)
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/

/**
 * Why `xml` is not well-formed, in a few words; null when it is (XML 1.0, 2.1: matched tags, one root, quoted attributes,
 * known references). Documents with a DTD of their own are not looked into.
 */
export function notWellFormed(xml: string): string | null {
  const open: string[] = []
  let roots = 0
  let at = xml.startsWith('\uFEFF') ? 1 : 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const text = xml.slice(at, next < 0 ? undefined : next)
    if (REFERENCE.test(text)) return 'a bare & stands in the text'
    if (!open.length && text.trim()) return 'text stands outside of everything'
    if (next < 0) break
    const aside = [
      ['<!--', '-->'],
      ['<![CDATA[', ']]>'],
      ['<?', '?>'],
      ['<!DOCTYPE', '>'],
    ].find(([begin = '']) => xml.startsWith(begin, next))
    if (aside) {
      const end = xml.indexOf(aside[1] ?? '', next)
      if (end < 0) return `${aside[0]} is never closed`
      at = end + (aside[1]?.length ?? 0)
      continue
    }
    const close = xml.indexOf('>', next)
    const tag = TAG.exec(xml.slice(next, close < 0 ? undefined : close + 1))
    if (!tag) return `a tag is broken at ${xml.slice(next, next + 40)}`
    const [whole, ends, name = '', attributes = '', isEmpty] = tag
    if (REFERENCE.test(attributes)) return `a bare & stands in <${name}>`
    if (ends) {
      if (open.pop() !== name) return `</${name}> closes nothing`
    } else {
      if (!open.length) roots += 1
      if (!isEmpty) open.push(name)
    }
    at = next + whole.length
  }
  if (open.length) return `<${open.at(-1)}> is never closed`
  return roots === 1 ? null : `it has ${roots} roots`
}
