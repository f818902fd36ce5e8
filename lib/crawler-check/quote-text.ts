const MAX_QUOTE_LENGTH = 80

/** Text of a page as a finding cites it: in quotation marks, shortened to 80 characters. */
export function quoteText(text: string): string {
  const characters = [...text]
  return characters.length > MAX_QUOTE_LENGTH ? `“${characters.slice(0, MAX_QUOTE_LENGTH - 1).join('')}…”` : `“${text}”`
}
