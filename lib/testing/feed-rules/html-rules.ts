import { DomUtils, parseDocument } from 'htmlparser2'

/** Elements and attributes that feed readers show; they drop others, or run them. */
const SHOWN = new Set(
  'a blockquote caption code div em figcaption figure h2 h3 hr img li ol p section strong sub sup table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const SAID = new Set(['href', 'src', 'alt', 'width', 'height', 'lang', 'dir', 'start'])

/** The problems of `html` as the text of a story in a feed, in words; empty when it is valid. */
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

/** Whether an address is absolute, and is one of a page, a picture an e-mail recipient or a telephone. */
export function isAbsoluteUrl(address: string): boolean {
  return /^(?:https?:\/\/[^/\s]|mailto:|tel:)\S*$/i.test(address)
}
