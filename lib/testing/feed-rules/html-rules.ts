import { DomUtils, parseDocument } from 'htmlparser2'

/** What feed readers show of themselves; all else they throw away, or it would do something. */
const SHOWN = new Set(
  'a aside blockquote caption code div em figcaption figure h2 h3 hr img li ol p strong table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const SAID = new Set(['href', 'src', 'alt', 'width', 'height', 'lang', 'dir'])

/** What is wrong with `html` as the text of a story in a feed, in words; empty when nothing is. */
export function htmlProblems(html: string): string[] {
  return DomUtils.getElementsByTagName('*', parseDocument(html), true).flatMap(({ name, attribs }) => [
    ...(SHOWN.has(name) ? [] : [`the text holds <${name}>`]),
    ...Object.keys(attribs)
      .filter((attribute) => !SAID.has(attribute))
      .map((attribute) => `<${name}> in the text carries ${attribute}`),
    ...(name === 'a' && attribs.href === undefined ? ['a link in the text leads nowhere'] : []),
    ...(name === 'img' && (attribs.src === undefined || attribs.alt === undefined)
      ? ['a picture in the text lacks its address or its description']
      : []),
    ...[attribs.href, attribs.src]
      .filter((address) => address !== undefined && !isAbsoluteUrl(address))
      .map((address) => `the text leads to "${address}"`),
  ])
}

/** Whether an address means the same wherever it stands, and leads to something to read, see or write to. */
export function isAbsoluteUrl(address: string): boolean {
  return /^(?:https?:\/\/[^/\s]|mailto:)\S*$/i.test(address)
}
