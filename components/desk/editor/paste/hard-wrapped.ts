/** Lines were wrapped at a width within these bounds, in characters: e-mails at 72, typescripts and terminals at 80 … */
const NARROWEST = 40
const WIDEST = 110
/** Fewer wrapped lines may be so by chance. */
const MIN_WRAPPED = 3
/** How many of all lines that are not the last of their paragraph are as long as they can be. */
const WRAPPED_SHARE = 0.75

const OWN_LINE = /^\s*(?:[-*•–]|\p{Nd}{1,3}[.)]|>)\s/u

/**
 * The paragraphs of a plain text whose lines were wrapped by hand, one a line with a blank one between them; null for a
 * text whose lines are its own, such as a poem or a list. A line was wrapped when the first word of the next would not
 * have fitted behind it.
 */
export function unwrapped(text: string): string | null {
  const lines = text.split(/\r\n?|[\n\u2028\u2029\v\f]/).map((line) => line.trimEnd())
  const width = Math.max(0, ...lines.map(({ length }) => length))
  if (width < NARROWEST || width > WIDEST) return null
  const inner = lines.slice(0, -1).flatMap((line, place) => {
    const next = lines[place + 1] ?? ''
    return line && next && !OWN_LINE.test(next) ? [isFull(line, next, width)] : []
  })
  const wrapped = inner.filter(Boolean).length
  if (wrapped < MIN_WRAPPED || wrapped < inner.length * WRAPPED_SHARE) return null
  const paragraphs: string[] = []
  for (const [place, line] of lines.entries()) {
    const before = lines[place - 1] ?? ''
    const last = paragraphs.at(-1)
    const goesOn = before && line && last !== undefined && !OWN_LINE.test(line) && isFull(before, line, width)
    if (goesOn) paragraphs[paragraphs.length - 1] = joined(last, line.trimStart())
    else if (line.trim()) paragraphs.push(line.trim())
  }
  return paragraphs.join('\n\n')
}

/** Whether the first word of the next line would not have fitted behind this one. */
function isFull(line: string, next: string, width: number): boolean {
  const [word = ''] = next.trimStart().split(' ')
  // A line without spaces says nothing of where it was wrapped.
  return word.length < width / 2 && line.length + 1 + word.length > width
}

/** A hyphen at the end of a line stays, because most are part of their word; a soft one goes. */
function joined(line: string, next: string): string {
  if (line.endsWith('\u00ad')) return line.slice(0, -1) + next
  return /\p{L}-$/u.test(line) ? line + next : `${line} ${next}`
}
