import type { ReaderBody, ReaderText } from '@/lib/linking/reader-body'

/**
 * Whether the words of a pull quote also stand in the text of `body`, as those of most do; case, spaces and punctuation
 * do not count. Programs that read a story aloud or without its layout can leave such a quote out and lose nothing.
 */
export function isRepeatedQuote(quote: string, body: ReaderBody): boolean {
  const words = bare(quote)
  return words.trim() !== '' && bare(body.flatMap(textsOf).join(' ')).includes(words)
}

function textsOf(element: ReaderBody[number]): string[] {
  switch (element.type) {
    case 'paragraph':
    case 'quote':
      return [plain(element.text)]
    case 'list':
      return element.items.map(plain)
    case 'fact-box':
      return element.elements.flatMap(textsOf)
    default:
      return []
  }
}

function plain(text: ReaderText): string {
  return text.map((span) => span.text).join('')
}

/** The words alone, in lower case, each between spaces. */
function bare(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `
}
