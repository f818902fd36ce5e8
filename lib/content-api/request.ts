/** Why a question to the API cannot be answered: RFC 9457, problem details. */
export interface ApiProblem {
  status: number
  title: string
  detail: string
}

/** A question in its one spelling. */
export interface ApiRequest {
  /** Path and query under which the answer is made and kept. */
  path: string
  /** Whether the answer is kept: not for questions that anybody can invent without end. */
  isKept: boolean
}

/** The question in `path` (canonical spelling) and `query`, or what is wrong with it. */
export function parseApiRequest(path: string, query: URLSearchParams): ApiRequest | { problem: ApiProblem } {
  const [unknown] = query.keys()
  if (unknown !== undefined && path !== '/api/oembed') {
    return { problem: { status: 400, title: 'Unknown parameter', detail: `There is no parameter “${unknown}” here.` } }
  }
  return { path: query.size ? `${path}?${query}` : path, isKept: query.size === 0 }
}
