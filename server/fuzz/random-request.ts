import type { z } from 'zod'
import type { SeededRandom } from '@/server/chaos/seeded-random'
import { adminApiDoors, type Door, deskDoors, FRAMEWORK_PATHS, routeDoors, signInDoors } from '@/server/fuzz/doors'
import { SENDERS, type Sender } from '@/server/fuzz/fuzzed-site'
import { hostileBytes, hostileText } from '@/server/fuzz/hostile-text'
import { randomInput } from '@/server/fuzz/random-input'
import { chunkOf, LAST_CHUNK, rawRequest } from '@/server/fuzz/raw-request'

/** One request as bytes, and what a person needs to repeat it. */
export interface RandomRequest {
  bytes: Buffer
  sender: Sender
  words: string
}

const METHODS = [
  ...['GET', 'GET', 'GET', 'HEAD', 'POST', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PURGE', 'PROPFIND'],
  ...['MKCOL', 'SEARCH', 'NOTIFY', 'LOCK', 'BREW', 'get'],
]

const FRAMEWORK_HEADERS = [
  ...[
    'RSC',
    'Next-Router-State-Tree',
    'Next-Router-Prefetch',
    'Next-Router-Segment-Prefetch',
    'Next-Url',
    'Next-Action',
  ],
  ...['x-middleware-subrequest', 'x-middleware-prefetch', 'x-nextjs-data', 'x-nextjs-postponed', 'x-now-route-matches'],
  ...[
    'x-matched-path',
    'x-invoke-path',
    'x-invoke-status',
    'x-prerender-revalidate',
    'next-resume',
    'x-http-method-override',
  ],
]

const OTHER_HEADERS = [
  ...[
    'Accept',
    'Accept-Encoding',
    'Accept-Language',
    'Cookie',
    'If-None-Match',
    'If-Modified-Since',
    'Range',
    'Referer',
  ],
  ...['Expect', 'Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'User-Agent', 'Authorization'],
  ...['Content-Encoding', 'Upgrade', 'TE', 'Via', 'Host'],
]

const BODY_TYPES = [
  ...['application/json', 'application/json', 'application/json', 'text/plain', 'application/x-www-form-urlencoded'],
  ...['multipart/form-data; boundary=x', 'image/png', 'image/svg+xml', 'application/octet-stream', ''],
]

/** Requests over every route, with and without rights, in an order that the seed alone decides. */
export class RandomRequests {
  readonly #desk = deskDoors()
  readonly #adminApi = adminApiDoors()
  readonly #signIn = signInDoors()
  readonly #routes = routeDoors()

  /** `stories` are the addresses of stories, `url` is the origin of the site. A sender has a cookie and a token. */
  constructor(
    private readonly random: SeededRandom,
    private readonly options: {
      stories: string[]
      url: string
      cookieOf: (sender: Sender) => string
      tokenOf: (sender: Sender) => string
    },
  ) {}

  next(): RandomRequest {
    const { random } = this
    const sender = random.pick(SENDERS)
    const door = this.#door()
    const method = random.happens(0.75) ? door.method : random.pick(METHODS)
    const target = this.#target(door)
    const headers = this.#headers(sender, door)
    const body =
      method === 'GET' || method === 'HEAD' ? (random.happens(0.05) ? hostileBytes(random) : null) : this.#body(door)
    const framed = body && this.#framed(body, headers, door)
    const bytes = rawRequest(method, target, { headers, ...(framed && { body: framed }) })
    const shown = body
      ? `, ${headers.at(-1)?.join(': ')}, body ${JSON.stringify(body.toString('latin1').slice(0, 300))}`
      : ''
    return {
      bytes,
      sender,
      words: `${method} ${JSON.stringify(target.slice(0, 300))} as ${sender ?? 'nobody'}${shown}`,
    }
  }

  #door(): Door {
    const { random } = this
    const read = (path: string): Door => ({ method: 'GET', path, input: null, takesFile: false })
    const kind = random.next()
    if (kind < 0.32) return random.pick(this.#desk)
    if (kind < 0.44) return random.pick(this.#adminApi)
    if (kind < 0.5) return random.pick(this.#signIn)
    if (kind < 0.78) return random.pick(this.#routes)
    if (kind < 0.86) return read(random.pick(this.options.stories))
    if (kind < 0.93) return read(random.pick(FRAMEWORK_PATHS))
    return read(`/${hostileText(random, 200)}`)
  }

  #target({ path, query: asked }: Door): string {
    const { random } = this
    const filled = path.replace(/\[[^\]]*\]/g, () =>
      random.happens(0.7) ? String(random.between(0, 80)) : segment(hostileText(random, 300), random),
    )
    const spelled = random.happens(0.12) ? misspelled(filled, random) : filled
    const declared = asked && random.happens(0.6) ? this.#declared(asked) : ''
    const pairs = declared || (random.happens(0.25) ? this.#query() : '')
    const query = pairs && `${spelled.includes('?') ? '&' : '?'}${pairs}`
    // Whatever cannot stand in a request line would be another request, and not one of these.
    return `${spelled}${query}`.replace(/[^\x21-\x7e\x80-\xff]/g, (sign) => encoded(sign)) || '/'
  }

  /** What an address declares to take behind its path; empty for nothing. */
  #declared(query: z.ZodType): string {
    const { random } = this
    const values = Object.entries(Object(randomInput(query, random)))
    return values.map(([name, value]) => `${name}=${segment(String(value), random)}`).join('&')
  }

  #query(): string {
    const { random } = this
    const names = [
      'q',
      'page',
      'section',
      'topic',
      'cursor',
      'limit',
      'ids',
      'url',
      'format',
      'to',
      'state',
      'at',
      '_rsc',
      'maxwidth',
    ]
    const pair = () => `${random.pick(names)}=${segment(hostileText(random, 300), random)}`
    return Array.from({ length: random.between(1, 3) }, pair).join('&')
  }

  #headers(sender: Sender, { takesToken = false }: Door): [string, string][] {
    const { random, options } = this
    const headers: [string, string][] = [
      ['Host', new URL(options.url).host],
      ['Connection', 'close'],
    ]
    const cookie = options.cookieOf(sender)
    if (cookie && !takesToken) headers.push(['Cookie', cookie])
    const token = takesToken ? options.tokenOf(sender) : ''
    if (token) headers.push(['Authorization', `Bearer ${token}`])
    if (takesToken && random.happens(0.1)) headers.push(['Idempotency-Key', String(random.between(0, 9))])
    if (random.happens(0.8)) headers.push(['Origin', options.url])
    while (random.happens(0.35)) {
      const name = random.pick(random.happens(0.5) ? FRAMEWORK_HEADERS : OTHER_HEADERS)
      const value = random.happens(0.3) ? '1' : hostileText(random, 2000)
      headers.push([name, value.replace(/[^\x20-\x7e\x80-\xff]/g, '')])
    }
    return headers
  }

  #body({ input, takesFile }: Door): Buffer {
    const { random } = this
    if (takesFile || random.happens(0.1)) return hostileBytes(random)
    if (random.happens(0.1)) return Buffer.from(hostileText(random))
    if (input) return Buffer.from(JSON.stringify(randomInput(input, random)))
    const { stories } = this.options
    const fields = [
      'email',
      'password',
      'code',
      'name',
      'newPassword',
      'currentPassword',
      'id',
      'response',
      'trustDevice',
    ]
    const values = () => random.pick([hostileText(random), random.pick(stories), true, 1, null, {}, []])
    return Buffer.from(
      JSON.stringify(Object.fromEntries(fields.filter(() => random.happens(0.6)).map((name) => [name, values()]))),
    )
  }

  /** The body as it is sent; its headers are added to `headers`. */
  #framed(body: Buffer, headers: [string, string][], { takesToken = false, takesFile }: Door): Buffer {
    const { random } = this
    const isJson = takesToken && !takesFile && random.happens(0.8)
    headers.push(['Content-Type', isJson ? 'application/json' : random.pick(BODY_TYPES)])
    if (random.happens(0.5)) {
      headers.push(['Content-Length', String(body.length)])
      return body
    }
    headers.push(['Transfer-Encoding', 'chunked'])
    const cut = random.between(0, body.length)
    return Buffer.concat([
      ...[body.subarray(0, cut), body.subarray(cut)].filter((part) => part.length > 0).map(chunkOf),
      LAST_CHUNK,
    ])
  }
}

/** Percent-encoded; half of a surrogate pair becomes U+FFFD, because it cannot be encoded. */
function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString())
}

function segment(text: string, random: SeededRandom): string {
  return random.happens(0.7) ? encoded(text) : text
}

/** Another spelling of a path: case, slashes, encodings, signs behind it. */
function misspelled(path: string, random: SeededRandom): string {
  const at = random.between(0, path.length)
  return random.pick([
    path.toUpperCase(),
    `${path}/`,
    `/${path}`,
    `${path}.rsc`,
    `${path}.json`,
    `${path}.`,
    `${path.slice(0, at)}%${path.slice(at)}`,
    `${path.slice(0, at)}${encoded(hostileText(random, 40))}${path.slice(at)}`,
    path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    `${path}${'/x'.repeat(random.between(1, 900))}`,
    path.replaceAll('/', '//'),
    `http://elsewhere.invalid${path}`,
  ])
}
