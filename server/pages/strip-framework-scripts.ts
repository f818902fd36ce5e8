import { Parser } from 'htmlparser2'

/** The page is incomplete without the framework's scripts: a bug in the page, which must not be stored. */
export class NotPublishable extends Error {}

/** Prefix of our own scripts; all others are removed. */
const OWN_SCRIPTS = '/assets/'

/** Calls in the framework's scripts that move streamed, hidden content into place. */
const OUT_OF_ORDER = /\$R[CSXTBV]\s*\(|\$RC=|\$RB=/

/**
 * The page as readers get it: the framework's HTML without its scripts, otherwise byte for byte the same.
 * - Scripts are kept by allow-list: JSON-LD, and files below /assets/.
 * - Links that only serve scripts (preload as=script, modulepreload) are removed too.
 * - Throws NotPublishable when the page is incomplete without a script, or has no closing </html>.
 */
export function stripFrameworkScripts(html: string): string {
  const cuts: [start: number, end: number][] = []
  let script: { start: number; isKept: boolean; text: string } | null = null
  let closed = false

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script') {
        script = { start: parser.startIndex, isKept: isOurs(attributes), text: '' }
      } else if (name === 'link' && servesScripts(attributes)) {
        cuts.push([parser.startIndex, parser.endIndex + 1])
      } else if (name === 'template' && attributes.id?.startsWith('B:')) {
        throw new NotPublishable(
          'the page has a placeholder that waits for a script: nothing may stream above the fold',
        )
      } else if (attributes.id && /^S:\d/.test(attributes.id) && 'hidden' in attributes) {
        throw new NotPublishable('the page has hidden content that waits for a script')
      }
      for (const attribute of Object.keys(attributes)) {
        if (attribute.startsWith('on')) throw new NotPublishable(`<${name}> carries the script attribute ${attribute}`)
      }
    },
    ontext(text) {
      if (script) script.text += text
    },
    onclosetag(name, implied) {
      if (name === 'html' && !implied) closed = true
      if (name !== 'script' || !script) return
      // Structured data is never run, whatever it contains.
      if (!script.isKept && OUT_OF_ORDER.test(script.text))
        throw new NotPublishable('the page moves content into place by script')
      if (!script.isKept) cuts.push([script.start, parser.endIndex + 1])
      script = null
    },
  })
  parser.end(html)
  if (!closed) throw new NotPublishable('the page ends before </html>')
  return withoutCuts(html, cuts)
}

function isOurs({ type, src }: Record<string, string | undefined>): boolean {
  if (src === undefined) return type === 'application/ld+json'
  return src.startsWith(OWN_SCRIPTS)
}

function servesScripts({ rel = '', as = '' }: Record<string, string | undefined>): boolean {
  const kinds = rel.toLowerCase().split(/\s+/)
  return kinds.includes('modulepreload') || (kinds.some((kind) => /^(preload|prefetch)$/.test(kind)) && as === 'script')
}

function withoutCuts(html: string, cuts: [number, number][]): string {
  let kept = ''
  let from = 0
  for (const [start, end] of cuts) {
    kept += html.slice(from, start)
    from = end
  }
  return kept + html.slice(from)
}

/** The parts of a Link header that help a page without the framework: fonts, styles and pictures, never scripts. */
export function stripScriptLinks(link: string): string {
  return link
    .split(/,\s*(?=<)/)
    .filter((part) => /;\s*as="?(?:font|style|image)"?(?:;|$)/.test(part))
    .join(', ')
}
