import type { Operation } from '@/lib/admin-api/operation'
import { OPERATIONS } from '@/lib/admin-api/operations'
import { READS_PATH } from '@/lib/audience/reads'
import type { Endpoint } from '@/lib/desk/endpoint'
import { ENDPOINTS } from '@/lib/desk/endpoints'

/** Methods of HTTP and PATCH (RFC 9110, section 9; RFC 5789). Any other is not implemented here (501). */
const KNOWN = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'])

/** The framework fails to read a request with one of these, also for an address where nothing stands. */
const NEVER_ANSWERED = new Set(['TRACE', 'CONNECT'])

const READING = ['GET', 'HEAD']

/** The declared addresses below /api/desk and /api/admin as patterns, each with its methods. */
const DECLARED = declaredMethods()

/** Why a request is refused for its method. */
export interface MethodProblem {
  status: 405 | 501
  /** Which methods the address has: the value of `Allow`, which a 405 must carry (RFC 9110, section 15.5.6). */
  allow: string
  message: string
}

/**
 * Why `method` is refused at `path` (without a query); null when the address has the method, or when nothing stands there
 * and the framework can say so.
 */
export function methodProblem(method: string, path: string): MethodProblem | null {
  const allowed = allowedMethods(path)
  const allow = allowed?.join(', ') ?? ''
  if (!KNOWN.has(method)) return { status: 501, allow, message: `This server does not know the method ${method}.` }
  if (NEVER_ANSWERED.has(method)) return { status: 405, allow, message: `No address here answers ${method}.` }
  if (allowed === null || allowed.includes(method)) return null
  return { status: 405, allow, message: `This address answers ${wordsOf(allowed)}.` }
}

/** null for an address below /api/desk or /api/admin where nothing stands, and for tools of the framework, which only stand in development. */
function allowedMethods(path: string): readonly string[] | null {
  if (path.startsWith('/__nextjs')) return null
  if (/^\/api\/auth(?:\/|$)/.test(path)) return ['GET', 'POST', 'OPTIONS']
  if (/^\/api\/(?:v1|oembed)(?:\/|$)/i.test(path)) return [...READING, 'OPTIONS']
  if (path === '/api/openapi.json') return READING
  if (path === READS_PATH) return ['POST']
  if (/^\/api(?:\/|$)/.test(path)) {
    const methods = DECLARED.filter(({ pattern }) => pattern.test(path)).flatMap((address) => address.methods)
    return methods.length ? methods : null
  }
  return READING
}

function declaredMethods(): { pattern: RegExp; methods: string[] }[] {
  const byPath = new Map<string, string[]>()
  const declared = [...Object.values<Endpoint>(ENDPOINTS), ...Object.values<Operation>(OPERATIONS)]
  for (const { method, path } of declared) {
    // The framework answers HEAD where there is a GET, and OPTIONS everywhere.
    const methods = method === 'GET' ? READING : [method]
    byPath.set(path, [...(byPath.get(path) ?? ['OPTIONS']), ...methods])
  }
  return [...byPath].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replace(/\[\w+\]/g, '[^/]+')}/?$`),
    methods: methods.sort(),
  }))
}

function wordsOf(methods: readonly string[]): string {
  return methods.length < 2 ? `${methods[0]} alone` : `${methods.slice(0, -1).join(', ')} and ${methods.at(-1)}`
}
