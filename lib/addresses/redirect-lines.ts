/** A redirect from a line of text, with the number of the line, from 1. */
export interface RedirectLine {
  line: number
  from: string
  to: string
}

/** A line that is not a redirect, and what is wrong with it, in an editor's words. */
export interface BadLine {
  line: number
  text: string
  message: string
}

/**
 * The redirects in a text, one per line: old and new address, separated by spaces, a tab, a comma or a semicolon, with
 * or without quotation marks (RFC 4180). Blank lines, lines that begin with # and a header line are skipped. Every
 * other line is either in `lines` or in `bad`.
 */
export function redirectLines(text: string): { lines: RedirectLine[]; bad: BadLine[] } {
  const lines: RedirectLine[] = []
  const bad: BadLine[] = []
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const words = raw.trim()
    if (words === '' || words.startsWith('#')) continue
    const two = addressesIn(words)
    if (two) lines.push({ line: index + 1, from: two[0], to: two[1] })
    else if (index > 0 || !isHeader(words)) {
      bad.push({
        line: index + 1,
        text: words.slice(0, 200),
        message: 'This line does not hold an old and a new address.',
      })
    }
  }
  return { lines, bad }
}

function addressesIn(words: string): [string, string] | null {
  const [from, to, ...rest] = words.split(/\s+/)
  if (from && to && !rest.length && !/[,;]$/.test(from) && isAddress(from) && isAddress(to)) return [from, to]
  for (const mark of [',', ';', '\t']) {
    const fields = fieldsOf(words, mark)
    // Further columns of a list from another system, such as a status, are ignored.
    if (fields && fields.length >= 2 && isAddress(fields[0]) && isAddress(fields[1])) return [fields[0], fields[1]]
  }
  return null
}

function isAddress(word: string | undefined): word is string {
  return word !== undefined && /^(?:\/|https?:\/\/)/i.test(word)
}

function isHeader(words: string): boolean {
  return /^"?[a-z][\w ]*"?[,;\t]/i.test(words) && !words.includes('/')
}

/** null when a quotation mark is not closed. */
function fieldsOf(words: string, mark: string): string[] | null {
  const fields: string[] = []
  let rest = words
  for (;;) {
    const quoted = /^\s*"((?:[^"]|"")*)"\s*/.exec(rest)
    if (!quoted && rest.trimStart().startsWith('"')) return null
    const end = quoted ? quoted[0].length : rest.indexOf(mark)
    fields.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : rest.slice(0, end === -1 ? undefined : end).trim())
    if (end === -1 || end >= rest.length) return fields
    if (quoted && rest[end] !== mark) return null
    rest = rest.slice(end + 1)
  }
}
