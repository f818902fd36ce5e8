import type { Span, SpanMark } from '@/lib/article/body'

/** How a run of letters looks, and where it leads. */
export interface Format {
  marks: readonly SpanMark[]
  /** null without a link. */
  href: string | null
}

export const PLAIN: Format = { marks: [], href: null }

/** `white-space`: whether spaces and line breaks of the source are shown. */
export type WhiteSpace = 'collapse' | 'preserve' | 'preserve-breaks'

/** The place where the content of a box within the line begins. */
export interface BoxStart {
  length: number
  atEdge: boolean
}

/**
 * The words of one line with the spaces that a browser shows (CSS Text 3, section 4.1): none at its start and end, one
 * between words, whatever element the spaces of the source stand in.
 */
export class PastedLine {
  readonly spans: Span[] = []
  #pending: Format | null = null
  #length = 0
  #atEdge = false
  #afterBreak = false

  get text(): string {
    return this.spans.map(({ text }) => text).join('')
  }

  /** Whether it has anything that readers would see. */
  get hasWords(): boolean {
    return this.text.trim() !== ''
  }

  /** Adds text of the source in which any run of spaces is one. */
  write(text: string, format: Format): void {
    for (const run of text.match(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g) ?? []) {
      if (/[ \t\n\r\f]/.test(run)) this.space(format)
      else this.add(run, format)
    }
  }

  /** Adds letters as they are. */
  add(letters: string, format: Format): void {
    const words = this.#afterBreak ? letters.replace(/^ +/, '') : letters
    if (!words) return
    this.#afterBreak = false
    const pending = this.#pending
    this.#pending = null
    this.#atEdge = false
    if (pending && this.#length > 0) this.#push(' ', pending)
    this.#push(words, format)
  }

  /** Adds a space that is shown when words follow. */
  space(format: Format): void {
    if (this.#length > 0 && !this.#atEdge) this.#pending ??= format
  }

  /** Where the source has another line but the story has none: one space, whatever spaces stand around it. */
  break(): void {
    for (let last = this.spans.at(-1); last?.text.endsWith(' '); last = this.spans.at(-1)) {
      last.text = last.text.replace(/ +$/, '')
      if (!last.text) this.spans.pop()
    }
    this.#length = this.text.length
    this.#atEdge = false
    this.#afterBreak = true
    this.space(PLAIN)
  }

  /** A box in the line, such as an `inline-block`, has no spaces at its own start and end. */
  openBox(): BoxStart {
    const start = { length: this.#length, atEdge: this.#atEdge }
    this.#atEdge = true
    return start
  }

  closeBox(start: BoxStart): void {
    // A line that ended within the box ends for what follows it, too.
    if (this.#length > start.length && !this.#afterBreak) this.#pending = null
    this.#atEdge = this.#length === start.length && start.atEdge
  }

  #push(words: string, { marks, href }: Format): void {
    this.#length += words.length
    const last = this.spans.at(-1)
    const link: Span['link'] = href === null ? undefined : { to: 'web', href }
    if (last && lastHref(last) === href && String(last.marks ?? []) === String(marks)) last.text += words
    else this.spans.push({ text: words, ...(marks.length && { marks: [...marks] }), ...(link && { link }) })
  }
}

function lastHref({ link }: Span): string | null {
  return link?.to === 'web' ? link.href : null
}
