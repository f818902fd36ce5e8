import type { Node } from '@tiptap/pm/model'

/** What is looked for. */
export interface Sought {
  words: string
  /** Whether capitals count. */
  matchesCase: boolean
}

/** Where words were found in a document. */
export interface Match {
  from: number
  to: number
}

/** Signs that count as one, because nobody who looks for words types the others. */
const ALIKE: [RegExp, string][] = [
  [/[’‘‚‛ʼ′]/g, "'"],
  [/[“”„‟«»″]/g, '"'],
  [/[–—‐‑−]/g, '-'],
  [/[\u00a0\u2009\u202f]/g, ' '],
]

/**
 * Every place in a document where the words stand, in order and without overlaps. Within one paragraph, item or cell,
 * whatever marks the words have; quotation marks, dashes and spaces of any kind count as one.
 */
export function matchesIn(doc: Node, { words, matchesCase }: Sought): Match[] {
  const sought = comparable(words, matchesCase)
  if (sought.trim() === '') return []
  const found: Match[] = []
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true
    const text = comparable(block.textContent, matchesCase)
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
      found.push({ from: position + 1 + at, to: position + 1 + at + sought.length })
    return false
  })
  return found
}

/** The text with one character for each of its own. */
function comparable(text: string, matchesCase: boolean): string {
  const alike = ALIKE.reduce((words, [signs, sign]) => words.replace(signs, sign), text)
  // A letter whose small form is longer, such as İ, stays as it is: positions must hold.
  return matchesCase ? alike : alike.replace(/\p{L}/gu, (letter) => sameLength(letter, letter.toLowerCase()))
}

function sameLength(letter: string, small: string): string {
  return small.length === letter.length ? small : letter
}
