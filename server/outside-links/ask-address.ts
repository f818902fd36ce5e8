import { type LookupAddress, lookup } from 'node:dns'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { parseUrl } from '@/lib/addresses/url'
import type { CheckResult } from '@/lib/linking/outside/address-check'
import { isPublicAddress } from '@/server/outside-links/public-address'

const TIMEOUT_MS = 15_000
/** From here on HEAD says that nothing is there. Some sites do not know it, or answer it otherwise than GET. */
const ASKED_AGAIN_FROM = 400

export interface AskOptions {
  userAgent: string
  signal: AbortSignal
  /** Tests ask a server of their own. */
  isAllowed?: (address: string) => boolean
  isAnyPort?: boolean
}

/**
 * Asks whether something stands at `url`: HEAD, and GET where HEAD says that there is nothing. Redirects are not followed,
 * no body is read, and nothing is sent to an address of a private network, whatever name it has, nor to an unusual port.
 * Never throws.
 */
export async function askAddress(url: string, options: AskOptions): Promise<CheckResult> {
  const parsed = parseUrl(url)
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) return { status: null, problem: 'No web address' }
  if (parsed.port && !options.isAnyPort) return { status: null, problem: 'An unusual port is not asked' }
  const host = parsed.hostname.replace(/^\[|\]$/g, '')
  const isAllowed = options.isAllowed ?? isPublicAddress
  if (isIP(host) && !isAllowed(host)) return { status: null, problem: PRIVATE }
  const late = AbortSignal.timeout(TIMEOUT_MS)
  const signal = AbortSignal.any([options.signal, late])
  const sent = { userAgent: options.userAgent, signal, lookup: guardedLookup(isAllowed) }
  try {
    const status = await statusOf('HEAD', parsed, sent)
    if (status < ASKED_AGAIN_FROM) return { status, problem: '' }
    return { status: await statusOf('GET', parsed, sent), problem: '' }
  } catch (error) {
    if (late.aborted) return { status: null, problem: `No answer within ${TIMEOUT_MS / 1000} seconds` }
    return { status: null, problem: wordsFor(error) }
  }
}

const PRIVATE = 'An address of a private network is not asked'

function statusOf(
  method: 'HEAD' | 'GET',
  url: URL,
  { userAgent, signal, lookup }: { userAgent: string; signal: AbortSignal; lookup: LookupFunction },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'User-Agent': userAgent, Accept: '*/*' }
    const options = { method, headers, agent: false as const, signal, lookup }
    const answered = (response: IncomingMessage) => {
      response.destroy()
      resolve(response.statusCode ?? 0)
    }
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const outgoing = request(url, options, answered)
    outgoing.on('error', reject)
    outgoing.end()
  })
}

/** Looks a name up, and refuses it where one of its addresses is not allowed: the connection goes to one that was looked at. */
function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? []
      if (error || !first) return callback(error ?? new Error('no address'), '', 4)
      if (!addresses.every(({ address }) => isAllowed(address))) return callback(new Error(PRIVATE), '', 4)
      if (options.all) return callback(null, addresses)
      callback(null, first.address, first.family)
    })
  }
}

function wordsFor(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error
  const { code = '', message = '' } = first as NodeJS.ErrnoException
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'Its name is not known'
  if (code === 'ECONNREFUSED') return 'It refuses connections'
  if (code.startsWith('ERR_TLS') || code.includes('CERT')) return 'Its certificate is not valid'
  return message.slice(0, 200) || code
}
