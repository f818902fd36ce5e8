/*
 * For tests: a reading of the Markdown that lib/copy/markdown-text.ts writes, by the rules of CommonMark 0.31, section 6.
 * It knows escapes, code, links, pictures and emphasis; whatever else would mean something is told as trouble.
 */

export interface MarkdownReading {
  /** What a reader sees. */
  words: string
  /** Where links lead, in order. */
  links: string[]
  /** The words that wear each sign, in order of their ends. */
  bold: string[]
  italic: string[]
  /** Signs that mean something else than escapes, code, links and emphasis. */
  trouble: string[]
}

interface Run {
  sign: string
  /** Where in the words it stands. */
  at: number
  canOpen: boolean
}

const ESCAPE = /^\\([!-/:-@[-`{-~])/
const DESTINATION = /^\]\(([^\s()<>]*)\)/

/** One line of inline Markdown. */
export function readMarkdown(source: string): MarkdownReading {
  const reading: MarkdownReading = { words: '', links: [], bold: [], italic: [], trouble: [] }
  const open: Run[] = []
  const brackets: { at: number; runs: number }[] = []
  let at = 0
  while (at < source.length) {
    const rest = source.slice(at)
    const escaped = ESCAPE.exec(rest)
    const ticks = /^`+/.exec(rest)?.[0]
    const sign = /^(?:\*+|_+)/.exec(rest)?.[0]
    const to = brackets.length ? DESTINATION.exec(rest) : null
    if (escaped) {
      reading.words += escaped[1]
      at += 2
    } else if (ticks) {
      const code = new RegExp(`^${ticks}((?:[^\`]|(?!${ticks}(?!\`))\`+)*?[^\`]|)${ticks}(?!\`)`).exec(rest)
      reading.words += code ? unpadded(code[1] ?? '') : ticks
      at += code ? code[0].length : ticks.length
    } else if (to) {
      const bracket = brackets.pop()
      reading.links.push(to[1] ?? '')
      // What was opened inside and not closed there is a plain sign.
      open.length = bracket?.runs ?? 0
      at += to[0].length
    } else if (sign) {
      const run = flanking(source, at, sign)
      const opener = run.canClose ? open.findLastIndex((other) => other.sign === sign) : -1
      if (opener >= (brackets.at(-1)?.runs ?? 0)) {
        const worn = reading.words.slice(open[opener]?.at)
        if (sign === '**') reading.bold.push(worn)
        else if (sign === '_') reading.italic.push(worn)
        else reading.trouble.push(sign)
        open.length = opener
      } else if (run.canOpen) open.push({ sign, at: reading.words.length, canOpen: true })
      else reading.trouble.push(sign)
      at += sign.length
    } else {
      const [letter = ''] = rest
      if (letter === '[') brackets.push({ at: reading.words.length, runs: open.length })
      else if (/[<\]`~]/.test(letter) || /^&#?\w+;/.test(rest) || /^!\[/.test(rest)) reading.trouble.push(rest)
      if (letter !== '[') reading.words += letter
      at += letter.length
    }
  }
  reading.trouble.push(...open.map(({ sign }) => sign), ...brackets.map(() => '['))
  return reading
}

/** Section 6.2: which way a run of signs may face. */
function flanking(source: string, at: number, sign: string): { canOpen: boolean; canClose: boolean } {
  const before = [...source.slice(0, at)].at(-1) ?? ' '
  const [after = ' '] = source.slice(at + sign.length)
  const isSpace = (letter: string) => /\s/u.test(letter)
  const isMark = (letter: string) => /[\p{P}\p{S}]/u.test(letter)
  const left = !isSpace(after) && (!isMark(after) || isSpace(before) || isMark(before))
  const right = !isSpace(before) && (!isMark(before) || isSpace(after) || isMark(after))
  if (sign.startsWith('*')) return { canOpen: left, canClose: right }
  return { canOpen: left && (!right || isMark(before)), canClose: right && (!left || isMark(after)) }
}

/** Section 6.1. */
function unpadded(code: string): string {
  return /^ .*[^ ].* $|^ [^ ] $/s.test(code) ? code.slice(1, -1) : code
}
