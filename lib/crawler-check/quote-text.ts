const LONGEST_QUOTE = 80

/** Words of a page as a finding names them: in quotes, cut when they are many. */
export function quoteText(words: string): string {
  const characters = [...words]
  return characters.length > LONGEST_QUOTE ? `“${characters.slice(0, LONGEST_QUOTE - 1).join('')}…”` : `“${words}”`
}
