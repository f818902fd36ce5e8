import { applied, type Edit } from '@/lib/text/edit'
import { spellingRule } from '@/lib/text/spelling'
import { isBlank } from '@/lib/text/visible-text'

/** What cleaning takes out or replaces; its words for editors are in cleaned-words.ts. */
export type Cleaning = 'soft-hyphen' | 'unseen' | 'control' | 'direction' | 'broken' | 'ligature'

interface TextForm {
  /** Whether the text has lines; otherwise each line end becomes a space. */
  lines?: boolean
}

/**
 * `text` as the paper keeps it, on one line:
 * - Unicode NFC;
 * - line ends and tabs are spaces; other control characters are gone, but those that stand where Windows-1252 has its
 *   quotes and dashes are these signs;
 * - halves of pairs, noncharacters and signs of objects are gone;
 * - characters that show nothing are gone, unless they are spelling (lib/text/spelling.ts);
 * - ligatures and positional letters, as they come out of PDF files, are the letters they stand for.
 * - a text of which a reader sees nothing is empty.
 * A clean text stays as it is. Other spaces stay, also at the ends.
 */
export function cleanLine(text: string): string {
  return cleaned(text, {})
}

/** `text` as the paper keeps it, with its lines: each line end is a line feed. Otherwise as cleanLine. */
export function cleanLines(text: string): string {
  return cleaned(text, { lines: true })
}

/** Whether cleaning leaves `text` as it is for sure; false may also be said of a clean text. */
export function isClean(text: string): boolean {
  return !SUSPECT.test(text) && (text === '' || !isBlank(text)) && text === text.normalize('NFC')
}

/** How many characters cleaning takes out or replaces, by reason; what looks the same afterwards is not counted. */
export function cleaningsIn(text: string): Map<Cleaning, number> {
  const counts = new Map<Cleaning, number>()
  for (const { because } of cleaningsOf(text, {})) {
    if (because !== null) counts.set(because, (counts.get(because) ?? 0) + 1)
  }
  return counts
}

/**
 * `spans` with their texts cleaned as one line: a letter, its marks and its joiners may stand in several spans. A span of
 * which nothing is left is left out; a span of spaces stays. Returns the same array when nothing changes.
 */
export function cleanSpans<Span extends { text: string }>(spans: Span[]): Span[] {
  const steps = [splitPairsOf, (text: string) => cleaningsOf(text, {}), compositionsOf]
  return steps.reduce((before, find) => {
    const texts = before.map(({ text }) => text)
    const edits = find(texts.join(''), texts)
    return edits.length ? applied(before, edits) : before
  }, spans)
}

function cleaned(text: string, form: TextForm): string {
  const edits = cleaningsOf(text, form)
  const [whole] = edits.length ? applied([{ text }], edits) : [{ text }]
  const kept = whole?.text.normalize('NFC') ?? ''
  return isBlank(kept) ? '' : kept
}

/** Everything that cleaning looks at twice: nearly every text has none of it, and that is quick to see. */
const SUSPECT =
  /[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2028\u2029\u{FFF9}-\u{FFFC}\uFB00-\uFDFF\uFE70-\uFEFF]/u

/** The flag of a region, whose letters are tags (UTS 51, ED-14a); a line end of two characters; any other character. */
const TOKEN = /\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{2,6}\u{E007F}|\r\n|[\s\S]/gu

type Replacement = [by: string, because: Cleaning | null]

/** What cleaning replaces in `text`, in order, before its letters are composed. */
function cleaningsOf(text: string, { lines = false }: TextForm): Edit<Cleaning>[] {
  if (!SUSPECT.test(text)) return []
  const isSpelling = spellingRule(text)
  const edits: Edit<Cleaning>[] = []
  let before = ''
  let base = ''
  for (const { 0: token, index: at } of text.matchAll(TOKEN)) {
    const [after = ''] = text.slice(at + token.length, at + token.length + 2)
    const [by, because] =
      lineEnd(token, lines) ??
      broken(token) ??
      (isSpelling({ token, before, base, after, at }) ? null : unseen(token)) ??
      letters(token)
    if (by !== token) edits.push({ at, length: token.length, by, because })
    before = [...by].at(-1) ?? before
    if (!/^\p{M}$/u.test(before)) base = before
  }
  return edits
}

function lineEnd(token: string, lines: boolean): Replacement | null {
  if (/^(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])$/u.test(token)) return [lines ? '\n' : ' ', null]
  return token === '\t' ? [' ', null] : null
}

function broken(token: string): Replacement | null {
  if (/^\p{Cc}$/u.test(token)) return [WINDOWS_1252.get(token) ?? '', 'control']
  return /^[\p{Cs}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFC}]$/u.test(token) ? ['', 'broken'] : null
}

function unseen(token: string): Replacement | null {
  if (!/^\p{Default_Ignorable_Code_Point}$/u.test(token)) return null
  if (token === '\u00AD') return ['', 'soft-hyphen']
  return ['', /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u206F]$/u.test(token) ? 'direction' : 'unseen']
}

/** Latin, Armenian, Hebrew and Arabic presentation forms that stand for letters, but for whole Arabic words such as ﷲ. */
const PRESENTATION_FORM = /^[\uFB00-\uFDEF\uFE70-\uFEFC]$/u

function letters(token: string): Replacement {
  if (!PRESENTATION_FORM.test(token)) return [token, null]
  const by = token.normalize('NFKC')
  // The canonical ones among them are composed like any other letter, and some stand for a mark on a space.
  const isWritten = /^[\p{L}\p{M}]+$/u.test(by) && by !== token.normalize('NFC')
  return isWritten ? [by, 'ligature'] : [token, null]
}

/** The signs that Windows-1252 has where Latin-1 has control characters (WHATWG Encoding, index windows-1252). */
const WINDOWS_1252 = new Map(
  [...'€\u0081‚ƒ„\u0085†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'].flatMap((sign, index): [string, string][] =>
    /\p{Cc}/u.test(sign) ? [] : [[String.fromCharCode(0x80 + index), sign]],
  ),
)

/** The characters of two units between which a span ends. */
function splitPairsOf(text: string, parts: readonly string[]): Edit<Cleaning>[] {
  let end = 0
  return parts.flatMap((part) => {
    end += part.length
    const [pair = ''] = text.slice(end - 1, end + 1)
    return pair.length === 2 ? [{ at: end - 1, length: 2, by: pair, because: null }] : []
  })
}

/** The places where letters are not composed as NFC wants them, in order. */
function compositionsOf(text: string): Edit<Cleaning>[] {
  if (text === text.normalize('NFC')) return []
  // Only marks, and vowels and ends of Korean syllables, are ever composed with what stands before them.
  return [...text.matchAll(/[\s\S][\p{M}\u1161-\u1175\u11A8-\u11C2]*/gu)].flatMap(({ 0: cluster, index: at }) => {
    const by = cluster.normalize('NFC')
    return by === cluster ? [] : [{ at, length: cluster.length, by, because: null }]
  })
}
