import { type Cursor, formatCursor } from '@/lib/content-api/cursor'
import {
  DEFAULT_LIMIT,
  PARSERS,
  type ParameterName,
  type Parameters,
  type Parsed,
  SORTS,
} from '@/lib/content-api/parameters'
import { badRequest, notFound, type Problem } from '@/lib/content-api/problem'

/** The path prefix of the content API, version 1. */
export const API = '/api/v1'
export const O_EMBED = '/api/oembed'

/** Path of article `id` in the API; it never changes. */
export function apiArticlePath(id: number): string {
  return `${API}/articles/${id}`
}

/** An address of the API: its path and the parameters of its query. */
export interface Endpoint {
  /** In the notation of OpenAPI. */
  path: string
  parameters: readonly ParameterName[]
  /** A request without it is a bad request. */
  required?: ParameterName
  /** The first is the default; left out when there is only one. */
  formats?: readonly Parameters['format'][]
}

const SUBJECTS = ['section', 'topic', 'author'] as const
const LIST = ['kind', 'language', 'since', 'until', 'limit', 'cursor', 'format'] as const
const STORY_FORMATS = ['json', 'ninjs'] as const

export const ENDPOINTS: readonly Endpoint[] = [
  { path: `${API}/articles`, parameters: [...SUBJECTS, 'timeline', ...LIST], formats: STORY_FORMATS },
  { path: `${API}/articles/{id}`, parameters: ['format'], formats: STORY_FORMATS },
  { path: `${API}/search`, parameters: ['q', 'sort', ...SUBJECTS, ...LIST], required: 'q', formats: STORY_FORMATS },
  { path: `${API}/sections`, parameters: [] },
  { path: `${API}/topics`, parameters: [] },
  { path: `${API}/timelines`, parameters: [] },
  { path: `${API}/authors`, parameters: [] },
  { path: `${API}/openapi.json`, parameters: [] },
  { path: O_EMBED, parameters: ['url', 'format', 'maxwidth', 'maxheight'], required: 'url', formats: ['json', 'xml'] },
]

/** A request in its canonical form. */
export interface ApiRequest {
  /** Canonical path and query: the key under which the answer is cached. */
  path: string
  /**
   * Whether the answer is cached like a page. It is not for parameters with endless values (searches, cursors, instants,
   * languages, addresses), and for lists with more than one filter, which are rarely requested twice.
   */
  isCached: boolean
  parameters: Partial<Parameters>
}

/** Parses a request for `path` below /api/v1, or for /api/oembed, without looking anything up. */
export function parseApiRequest(path: string, query: URLSearchParams): ApiRequest | { problem: Problem } {
  const endpoint = ENDPOINTS.find((candidate) => pattern(candidate).test(path))
  if (!endpoint) return { problem: notFound(`What there is: ${API}/openapi.json tells.`) }
  for (const name of new Set(query.keys())) {
    if (!isParameter(endpoint, name)) return { problem: badRequest(unknownParameter(endpoint, name)) }
    if (query.getAll(name).length > 1) return { problem: badRequest(`${name} is said twice.`) }
  }
  if (endpoint.required && !query.has(endpoint.required)) {
    return { problem: badRequest(`${endpoint.required} is missing.`) }
  }
  const parameters: Partial<Parameters> = {}
  const canonical = new URLSearchParams()
  // The canonical order is that of the table.
  for (const name of endpoint.parameters) {
    const text = query.get(name)
    if (text === null) continue
    const parsed = name === 'format' ? parseFormat(endpoint, text) : PARSERS[name](text)
    if ('problem' in parsed) return { problem: parsed.problem }
    Object.assign(parameters, { [name]: parsed.value })
    if (!isDefault(endpoint, name, parsed.value)) canonical.set(name, parsed.canonical)
  }
  const { cursor, sort } = parameters
  if (cursor && 'from' in cursor !== (sort === 'relevance')) return { problem: badRequest(CURSOR_OF_ANOTHER) }
  const search = canonical.toString()
  return { path: search ? `${path}?${search}` : path, isCached: isCached(endpoint, parameters), parameters }
}

const CURSOR_OF_ANOTHER = 'cursor is of a list that is sorted otherwise. Follow “next” as it is.'

const NUMBER = '[1-9]\\d{0,14}'

function pattern({ path }: Endpoint): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace('{id}', NUMBER)}$`)
}

function isParameter({ parameters }: Endpoint, name: string): name is ParameterName {
  return (parameters as readonly string[]).includes(name)
}

function parseFormat({ path, formats = [] }: Endpoint, text: string): Parsed<Parameters['format']> {
  const value = formats.find((format) => format === text)
  if (value) return { value, canonical: value }
  const detail = `format takes ${formats.join(' or ')}.`
  // oEmbed 1.0, section 2.3: an unsupported format is answered with 501.
  const isOEmbed = path === O_EMBED
  return { problem: isOEmbed ? { status: 501, title: 'This format is not spoken here', detail } : badRequest(detail) }
}

/** The default of a parameter is left out of the canonical form. */
function isDefault({ formats }: Endpoint, name: ParameterName, value: unknown): boolean {
  if (name === 'sort') return value === SORTS[0]
  return (name === 'limit' && value === DEFAULT_LIMIT) || (name === 'format' && value === formats?.[0])
}

function isCached(
  endpoint: Endpoint,
  { q, url, cursor, since, until, language, kind, section, topic, author, timeline }: Partial<Parameters>,
) {
  if (q !== undefined || url !== undefined || cursor || since || until || language || kind) return false
  const filters = [section, topic, author, timeline].filter((filter) => filter !== undefined)
  return filters.length <= 1 && endpoint.path !== O_EMBED
}

function unknownParameter({ parameters }: Endpoint, name: string): string {
  const allowed = parameters.length ? `This address knows ${parameters.join(', ')}` : 'This address takes none'
  return `There is no parameter “${name.slice(0, 40)}” here. ${allowed}.`
}

/** The canonical path of the page that follows the one at `path`. */
export function nextPath(path: string, cursor: Cursor): string {
  const [pathname = '', search = ''] = path.split('?')
  const query = new URLSearchParams(search)
  query.set('cursor', formatCursor(cursor))
  const next = parseApiRequest(pathname, query)
  if ('problem' in next) throw new Error(`there is no page after ${path}: ${next.problem.detail}`)
  return next.path
}
