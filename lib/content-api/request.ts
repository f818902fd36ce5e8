import { type Cursor, formatCursor } from '@/lib/content-api/cursor'
import {
  DEFAULT_LIMIT,
  PARSERS,
  type ParameterName,
  type Parameters,
  type Parsed,
} from '@/lib/content-api/parameters'
import { badRequest, notFound, type Problem } from '@/lib/content-api/problem'

/** Below this stands the open content API, in its first version. */
export const API = '/api/v1'
export const O_EMBED = '/api/oembed'

/** Where the API tells of article `id`: the one address of a story that never changes. */
export function apiArticlePath(id: number): string {
  return `${API}/articles/${id}`
}

/** A kind of address for machines: what its path looks like, and what its query may say. */
export interface Endpoint {
  /** As OpenAPI writes it. */
  path: string
  parameters: readonly ParameterName[]
  /** Without it there is nothing to answer. */
  required?: ParameterName
  /** The first is what an unsaid format means; none: there is no choice. */
  formats?: readonly Parameters['format'][]
}

const LIST = ['section', 'topic', 'author', 'language', 'since', 'limit', 'cursor', 'format'] as const
const STORY_FORMATS = ['json', 'ninjs'] as const

export const ENDPOINTS: readonly Endpoint[] = [
  { path: `${API}/articles`, parameters: LIST, formats: STORY_FORMATS },
  { path: `${API}/articles/{id}`, parameters: ['format'], formats: STORY_FORMATS },
  { path: `${API}/search`, parameters: ['q', ...LIST], required: 'q', formats: STORY_FORMATS },
  { path: `${API}/sections`, parameters: [] },
  { path: `${API}/topics`, parameters: [] },
  { path: `${API}/authors`, parameters: [] },
  { path: `${API}/openapi.json`, parameters: [] },
  { path: O_EMBED, parameters: ['url', 'format', 'maxwidth', 'maxheight'], required: 'url', formats: ['json', 'xml'] },
]

/** A question in its one spelling. */
export interface ApiRequest {
  /** Path and query under which the answer is made and kept. */
  path: string
  /**
   * Whether the answer is kept like a page. Not kept is what anybody can invent without end (searches, cursors, instants,
   * languages, addresses) and what few ask for twice: lists with more than one filter.
   */
  isCached: boolean
  parameters: Partial<Parameters>
}

/** What `path` below /api/v1, or /api/oembed, asks for with `query`; told without looking anything up. */
export function parseApiRequest(path: string, query: URLSearchParams): ApiRequest | { problem: Problem } {
  const endpoint = ENDPOINTS.find((known) => pattern(known).test(path))
  if (!endpoint) return { problem: notFound(`What there is: ${API}/openapi.json tells.`) }
  for (const name of new Set(query.keys())) {
    if (!isParameter(endpoint, name)) return { problem: badRequest(unknownParameter(endpoint, name)) }
    if (query.getAll(name).length > 1) return { problem: badRequest(`${name} is said twice.`) }
  }
  if (endpoint.required && !query.has(endpoint.required)) {
    return { problem: badRequest(`${endpoint.required} is missing.`) }
  }
  const asked: Partial<Parameters> = {}
  const spelled = new URLSearchParams()
  // In the order of the table, which is the one spelling.
  for (const name of endpoint.parameters) {
    const written = query.get(name)
    if (written === null) continue
    const parsed = name === 'format' ? parsedFormat(endpoint, written) : PARSERS[name](written)
    if ('problem' in parsed) return { problem: parsed.problem }
    Object.assign(asked, { [name]: parsed.value })
    if (!isUnsaid(endpoint, name, parsed.value)) spelled.set(name, parsed.spelled)
  }
  const words = spelled.toString()
  return { path: words ? `${path}?${words}` : path, isCached: isKept(endpoint, asked), parameters: asked }
}

const NUMBER = '[1-9]\\d{0,14}'

function pattern({ path }: Endpoint): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace('{id}', NUMBER)}$`)
}

function isParameter({ parameters }: Endpoint, name: string): name is ParameterName {
  return (parameters as readonly string[]).includes(name)
}

function parsedFormat({ path, formats = [] }: Endpoint, written: string): Parsed<Parameters['format']> {
  const value = formats.find((format) => format === written)
  if (value) return { value, spelled: value }
  const detail = `format takes ${formats.join(' or ')}.`
  // oEmbed 1.0, section 2.3: a format that the provider does not speak is answered with 501.
  const isOEmbed = path === O_EMBED
  return { problem: isOEmbed ? { status: 501, title: 'This format is not spoken here', detail } : badRequest(detail) }
}

/** Saying what is meant anyway makes no other address. */
function isUnsaid({ formats }: Endpoint, name: ParameterName, value: unknown): boolean {
  return (name === 'limit' && value === DEFAULT_LIMIT) || (name === 'format' && value === formats?.[0])
}

function isKept(endpoint: Endpoint, { q, url, cursor, since, language, section, topic, author }: Partial<Parameters>) {
  if (q !== undefined || url !== undefined || cursor || since || language) return false
  return [section, topic, author].filter((filter) => filter !== undefined).length <= 1 && endpoint.path !== O_EMBED
}

function unknownParameter({ parameters }: Endpoint, name: string): string {
  const known = parameters.length ? `This address knows ${parameters.join(', ')}` : 'This address takes none'
  return `There is no parameter “${name.slice(0, 40)}” here. ${known}.`
}

/** The address of the page after the one that was asked for at `path`, in canonical spelling. */
export function nextPath(path: string, cursor: Cursor): string {
  const [at = '', words = ''] = path.split('?')
  const query = new URLSearchParams(words)
  query.set('cursor', formatCursor(cursor))
  const next = parseApiRequest(at, query)
  if ('problem' in next) throw new Error(`there is no page after ${path}: ${next.problem.detail}`)
  return next.path
}
