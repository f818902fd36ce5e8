import type { Declarations } from './pasted-styles'

/** How an element is laid out, as far as it decides where words begin and end. */
export type Layout = 'none' | 'block' | 'inline' | 'box' | 'contents'

/** Elements that are blocks without a style (HTML, section 15.3), and parts of tables, whose words stand apart. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
)

/** Elements that show nothing (HTML, section 15.3.1), and those that are only for the page: scripts, styles, metadata. */
const NOTHING = new Set(
  'area base basefont col colgroup datalist head link meta noembed noframes noscript param rp script source style template title track'.split(
    ' ',
  ),
)

/** Whether and how an element is shown. `declared` is what styles say of it. */
export function layoutOf(element: Element, declared: Declarations): Layout {
  const name = element.localName
  if (NOTHING.has(name) || element.hasAttribute('hidden')) return 'none'
  if (name === 'dialog' && !element.hasAttribute('open')) return 'none'
  if (declared.get('mso-hide') === 'all') return 'none'
  const display = declared.get('display') ?? ''
  if (display === 'none') return 'none'
  if (display === 'contents') return 'contents'
  // The words of a paragraph stand apart whatever its style (HTML, section 3.2.7).
  if (element.localName === 'p') return 'block'
  if (display === 'inline' || display.startsWith('ruby')) return 'inline'
  if (/^inline-/.test(display)) return 'box'
  if (/^(?:block|flex|grid|list-item|flow-root|table|table-.*|-webkit-box)$/.test(display)) return 'block'
  return BLOCKS.has(name) ? 'block' : 'inline'
}

/** Whether its children are laid out as blocks, whatever they are. */
export function makesBlocks(declared: Declarations): boolean {
  return /^(?:inline-)?(?:flex|grid)$/.test(declared.get('display') ?? '')
}

/** Films, sounds and frames. */
export const MEDIA = new Set(['audio', 'video', 'iframe', 'object', 'embed', 'applet', 'frame'])
/** Buttons and form fields. */
export const CONTROLS = new Set(['button', 'input', 'select', 'textarea', 'meter', 'progress'])

/** Whether it is one of a page's counting pixels, which show nothing. */
export function isCountingPixel(picture: Element): boolean {
  const sizes = [picture.getAttribute('width'), picture.getAttribute('height')]
  if (sizes.some((size) => size === '0' || size === '1')) return true
  const style = picture.getAttribute('style') ?? ''
  return /(?:^|;)\s*(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)/i.test(style)
}

/** The emoji that a picture stands for, as on web pages that draw their own; null for any other picture. */
export function emojiOf(picture: Element): string | null {
  const alt = picture.getAttribute('alt')?.trim() ?? ''
  return /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|[#*0-9]\ufe0f?\u20e3|[\u200d\ufe0f\u{e0020}-\u{e007f}])+$/u.test(
    alt,
  )
    ? alt
    : null
}

/** Whether the words are struck through, or deleted under Word's tracked changes. */
export function isStruck(element: Element, declared: Declarations): boolean {
  const line = `${declared.get('text-decoration') ?? ''} ${declared.get('text-decoration-line') ?? ''}`.trim()
  if (line.includes('line-through')) return true
  if (element.localName === 'del' || /\bmsodel\b/i.test(element.getAttribute('class') ?? '')) return true
  return /^(?:s|strike)$/.test(element.localName) && line === ''
}

/** Whether it is a comment in the margin of Word or Google Docs, or the mark that leads to one. */
export function isComment(element: Element, declared: Declarations): boolean {
  const kind = element.getAttribute('class') ?? ''
  if (/\b(?:MsoCommentReference|msocomanchor|msocomtxt|msocomoff)\b/i.test(kind)) return true
  if (/^comment(?:-list)?$/.test(declared.get('mso-element') ?? '')) return true
  if (declared.get('mso-special-character') === 'comment') return true
  const links = element.localName === 'a' || element.localName === 'sup' || element.localName === 'div'
  return links && isDocsComment(element)
}

/** Google Docs: `[a]` in the text, and below the text a box that begins with the same. */
function isDocsComment(element: Element): boolean {
  const link = element.localName === 'a' ? element : element.querySelector('a[id^="cmnt"]')
  if (!/^cmnt(?:_ref)?\d+$/.test(link?.id ?? '')) return false
  return element.localName === 'a' || element.textContent?.trim().startsWith(link?.textContent?.trim() ?? '') === true
}

/** The comments that it counts for: those with words, not the marks in the text. */
export function isCommentText(element: Element, declared: Declarations): boolean {
  if (declared.get('mso-element') === 'comment') return true
  return element.localName === 'div' && isDocsComment(element)
}
