/** What the address of the front-page desk asks for. */
export interface FrontQuery {
  /** null for the front page, also when the address names no number. */
  sectionId: number | null
  /** The story for which somebody comes to raise breaking news; null without one. */
  breaking: number | null
  /** The address again, with what is understood of it. */
  address: string
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads the query of /admin/front. What is not a number is left out. */
export function parseFrontQuery(parameters: Parameters, path = '/admin/front'): FrontQuery {
  const idOf = (name: string) => {
    const value = parameters[name]
    return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
  }
  const sectionId = idOf('section')
  const breaking = idOf('breaking')
  const query = new URLSearchParams()
  if (sectionId !== null) query.set('section', String(sectionId))
  if (breaking !== null) query.set('breaking', String(breaking))
  return { sectionId, breaking, address: query.size ? `${path}?${query}` : path }
}
