/** The last story of a page of a list: the next page begins after it. */
export interface Cursor {
  publishedAt: Date
  id: number
}

/** No instant of a Date is further from 1970 (ECMA-262, Time Values). */
const FURTHEST_MS = 8.64e15

/** The cursor in letters that mean nothing to anybody else. */
export function formatCursor({ publishedAt, id }: Cursor): string {
  return btoa(`${publishedAt.getTime()}.${id}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** What `word` points at; null when no list of ours gave it out in this spelling. */
export function parseCursor(word: string): Cursor | null {
  if (!/^[\w-]{2,64}$/.test(word)) return null
  const match = /^(-?\d{1,16})\.([1-9]\d{0,14})$/.exec(decoded(word))
  if (!match) return null
  const cursor = { publishedAt: new Date(Number(match[1])), id: Number(match[2]) }
  if (Math.abs(Number(match[1])) > FURTHEST_MS) return null
  return formatCursor(cursor) === word ? cursor : null
}

function decoded(word: string): string {
  try {
    return atob(word.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
