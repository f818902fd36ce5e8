/** The last story of a page of a list; the next page begins after it. */
export interface StoryCursor {
  publishedAt: Date
  id: number
}

/** How many stories stand before the next page, in a list that is sorted by relevance. */
export interface PlaceCursor {
  from: number
}

export type Cursor = StoryCursor | PlaceCursor

/** The range of a Date, to either side of 1970 (ECMA-262, Time Values). */
const MAX_TIME_MS = 8.64e15

/** The cursor as an opaque token: base64url of the instant and the id, or of the place. */
export function formatCursor(cursor: Cursor): string {
  const text = 'from' in cursor ? `from ${cursor.from}` : `${cursor.publishedAt.getTime()}.${cursor.id}`
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The cursor of a token; null unless formatCursor gives exactly this token. */
export function parseCursor(token: string): Cursor | null {
  if (!/^[\w-]{2,64}$/.test(token)) return null
  const text = decoded(token)
  const [, from] = /^from ([1-9]\d{0,5})$/.exec(text) ?? []
  const [, time, id] = /^(-?\d{1,16})\.([1-9]\d{0,14})$/.exec(text) ?? []
  if (from === undefined && (time === undefined || Math.abs(Number(time)) > MAX_TIME_MS)) return null
  const cursor = from === undefined ? { publishedAt: new Date(Number(time)), id: Number(id) } : { from: Number(from) }
  return formatCursor(cursor) === token ? cursor : null
}

function decoded(token: string): string {
  try {
    return atob(token.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
