/*
 * What `innerText` answers (HTML, section 3.2.7), for documents without a browser: a plain reading of the standard on a
 * string of signs, so that it shares nothing with the code it is held against. It knows the styles that stand in `style`
 * attributes, and no style sheets, tables without their tags, or directions.
 */

/** A space of the source that may be collapsed. */
const SPACE = '\uE000'
/** The start and the end of a box within a line. */
const [OPEN, CLOSE] = ['\uE001', '\uE002']
/** A line break that is shown, and breaks that are required, once and twice. */
const [BREAK, REQUIRED, REQUIRED_TWICE] = ['\uE003', '\uE004', '\uE005']
/** Between the cells of a row, and between rows. */
const [CELL, ROW] = ['\uE006', '\uE007']

const BLOCK_LEVEL = new Set(
  'address article aside blockquote caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol p pre search section summary table ul xmp'.split(
    ' ',
  ),
)
const NOT_RENDERED = new Set('head link meta noscript script source style template title'.split(' '))

interface Context {
  whiteSpace: string
  visible: boolean
}

/** The text of `root` as a browser renders it. `skips` names elements that count as not there. */
export function innerText(root: Element, skips: (element: Element) => boolean = () => false): string {
  const signs = [...root.childNodes]
    .map((node) => collected(node, { whiteSpace: 'normal', visible: true }, skips))
    .join('')
  const edge = `[${BREAK}${REQUIRED}${REQUIRED_TWICE}${CELL}${ROW}]`
  return withoutEmptyBoxes(signs)
    .replace(new RegExp(`${SPACE}+`, 'g'), SPACE)
    .replace(new RegExp(`(^|${edge}|${OPEN})${SPACE}`, 'g'), '$1')
    .replace(new RegExp(`${SPACE}($|${edge}|${CLOSE})`, 'g'), '$1')
    .replace(new RegExp(`[${OPEN}${CLOSE}]`, 'g'), '')
    .replace(new RegExp(`^[${REQUIRED}${REQUIRED_TWICE}]+|[${REQUIRED}${REQUIRED_TWICE}]+$`, 'g'), '')
    .replace(new RegExp(`[${REQUIRED}${REQUIRED_TWICE}]+`, 'g'), (run) =>
      run.includes(REQUIRED_TWICE) ? '\n\n' : '\n',
    )
    .replace(new RegExp(`[${BREAK}${ROW}]`, 'g'), '\n')
    .replaceAll(CELL, '\t')
    .replaceAll(SPACE, ' ')
}

/** A browser keeps the two spaces around an empty box; nobody sees them. */
function withoutEmptyBoxes(signs: string): string {
  const fewer = signs.replace(new RegExp(`${OPEN}${SPACE}*${CLOSE}`, 'g'), '')
  return fewer === signs ? signs : withoutEmptyBoxes(fewer)
}

function collected(node: Node, around: Context, skips: (element: Element) => boolean): string {
  if (node.nodeType === 3) return around.visible ? rendered(node.nodeValue ?? '', around.whiteSpace) : ''
  if (node.nodeType !== 1) return ''
  const element = node as Element
  const name = element.localName
  const style = (property: string) =>
    new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([\\w-]+)`).exec(element.getAttribute('style') ?? '')?.[1]
  const display = style('display') ?? (BLOCK_LEVEL.has(name) ? 'block' : 'inline')
  if (NOT_RENDERED.has(name) || element.hasAttribute('hidden') || display === 'none' || skips(element)) return ''
  const context = {
    whiteSpace: style('white-space') ?? (name === 'pre' ? 'pre' : around.whiteSpace),
    visible: style('visibility') ? style('visibility') === 'visible' : around.visible,
  }
  const content = [...element.childNodes].map((child) => collected(child, context, skips)).join('')
  if (name === 'br') return BREAK
  if (name === 'td' || name === 'th') return isLast(element, 'td, th') ? content : content + CELL
  if (name === 'tr') return isLastRow(element) ? content : content + ROW
  if (display === 'inline-block') return OPEN + content + CLOSE
  if (name === 'p') return REQUIRED_TWICE + content + REQUIRED_TWICE
  return display === 'block' ? REQUIRED + content + REQUIRED : content
}

function rendered(text: string, whiteSpace: string): string {
  switch (whiteSpace) {
    case 'pre':
    case 'pre-wrap':
      return text.replaceAll('\n', BREAK)
    case 'pre-line':
      return text.replace(/[ \t]/g, SPACE).replaceAll('\n', BREAK)
    default:
      return text.replace(/[ \t\n\r]/g, SPACE)
  }
}

function isLast(cell: Element, selector: string): boolean {
  let next = cell.nextElementSibling
  while (next && !next.matches(selector)) next = next.nextElementSibling
  return next === null
}

function isLastRow(row: Element): boolean {
  const rows = [...(row.closest('table')?.querySelectorAll('tr') ?? [])]
  return rows.at(-1) === row
}
