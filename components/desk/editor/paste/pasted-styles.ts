/** The properties that say which words are shown, where lines break, and which marks words have. */
const READ = new Set([
  'display',
  'visibility',
  'white-space',
  'font',
  'font-weight',
  'font-style',
  'vertical-align',
  'text-decoration',
  'text-decoration-line',
  'list-style-type',
  'mso-hide',
  'mso-element',
  'mso-list',
  'mso-spacerun',
  'mso-special-character',
])

export type Declarations = ReadonlyMap<string, string>

const NONE: Declarations = new Map()

const DECLARATION = /([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'()])*)/g

interface Rule {
  selector: string
  declarations: Declarations
  weight: number
}

/**
 * What `style` elements and attributes of a document say about an element, without inheritance. The clipboard of Word,
 * Excel and LibreOffice says much by classes. Rules for media are not read.
 */
export class PastedStyles {
  readonly #byElement = new Map<Element, Map<string, string>>()

  constructor(document: Document) {
    const rules = [...document.querySelectorAll('style')].flatMap((sheet) => rulesOf(sheet.textContent ?? ''))
    for (const { selector, declarations } of rules.sort((one, other) => one.weight - other.weight)) {
      for (const element of matching(document, selector)) {
        this.#byElement.set(element, new Map([...(this.#byElement.get(element) ?? []), ...declarations]))
      }
    }
  }

  of(element: Element): Declarations {
    const inline = element.getAttribute('style')
    const sheet = this.#byElement.get(element)
    if (!inline) return sheet ?? NONE
    return new Map([...(sheet ?? []), ...declarationsIn(inline)])
  }
}

function declarationsIn(source: string): Declarations {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(DECLARATION)) {
    const property = name.toLowerCase()
    if (READ.has(property))
      found.set(
        property,
        value
          .replace(/!\s*important/i, '')
          .trim()
          .toLowerCase(),
      )
  }
  return found
}

function rulesOf(source: string): Rule[] {
  const css = source.replace(/<!--|-->/g, ' ').replace(/\/\*[\s\S]*?\*\//g, ' ')
  return [...withoutAtRules(css).matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors = '', body = '']) => {
    const declarations = declarationsIn(body)
    if (!declarations.size) return []
    return selectors
      .split(',')
      .map((selector) => ({ selector: selector.trim(), declarations, weight: weightOf(selector) }))
  })
}

/** At-rules nest, so that their end is counted. */
function withoutAtRules(css: string): string {
  let kept = ''
  for (let at = 0; at < css.length; ) {
    const start = css.indexOf('@', at)
    if (start < 0) return kept + css.slice(at)
    kept += css.slice(at, start)
    const end = /[;{]/.exec(css.slice(start))
    if (!end) return kept
    at = start + end.index + 1
    if (end[0] === ';') continue
    for (let depth = 1; depth > 0 && at < css.length; at++) {
      if (css[at] === '{') depth += 1
      else if (css[at] === '}') depth -= 1
    }
  }
  return kept
}

/** The specificity of a selector, near enough: ids before classes before names. */
function weightOf(selector: string): number {
  const ids = selector.match(/#[\w-]+/g)?.length ?? 0
  const classes = selector.match(/[.[:][\w-]+/g)?.length ?? 0
  const names = selector.match(/(?:^|[\s>+~])[a-z][\w-]*/gi)?.length ?? 0
  return ids * 10_000 + classes * 100 + names
}

function matching(document: Document, selector: string): Element[] {
  try {
    return [...document.querySelectorAll(selector)]
  } catch {
    // A selector that this browser does not know.
    return []
  }
}
