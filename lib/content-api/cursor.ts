/** The last story of a page of a list; the next page begins after it. */
export interface Cursor {
  publishedAt: Date
  id: number
}

/** The range of a Date, to either side of 1970 (ECMA-262, Time Values). */
const MAX_TIME_MS = 8.64e15

/** The cursor as an opaque token: base64url of the instant and the id. */
export function formatCursor({ publishedAt, id }: Cursor): string {
  return btoa(`${publishedAt.getTime()}.${id}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The cursor of a token; null unless formatCursor gives exactly this token. */
export function parseCursor(token: string): Cursor | null {
  if (!/^[\w-]{2,64}$/.test(token)) return null
  const match = /^(-?\d{1,16})\.([1-9]\d{0,14})$/.exec(decoded(token))
  if (!match) return null
  const cursor = { publishedAt: new Date(Number(match[1])), id: Number(match[2]) }
  if (Math.abs(Number(match[1])) > MAX_TIME_MS) return null
  return formatCursor(cursor) === token ? cursor : null
}

function decoded(token: string): string {
  try {
    return atob(token.replaceAll('-', '+').replaceAll('_', '/'))
  } catch {
    return ''
  }
}
