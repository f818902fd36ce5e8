import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

/** Our order where the client has no preference. */
const PREFERENCE: Encoding[] = ['br', 'gzip', 'identity']

const negotiated = new Map<string, Encoding>()
const MAX_REMEMBERED = 200

/**
 * The encoding to answer an Accept-Encoding header with (RFC 9110, section 12.5.3): the highest q-value wins, then the
 * smaller body. Without the header, or when it refuses everything, identity.
 */
export function negotiateEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity'
  const remembered = negotiated.get(header)
  if (remembered) return remembered
  const encoding = highestWeighted(header)
  if (negotiated.size < MAX_REMEMBERED) negotiated.set(header, encoding)
  return encoding
}

function highestWeighted(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
    const q = parameters.find((parameter) => parameter.startsWith('q='))
    const weight = q === undefined ? 1 : Number(q.slice(2))
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number.isFinite(weight) ? weight : 0)
  }
  const any = weights.get('*')
  const weightOf = (encoding: Encoding) => {
    const named = weights.get(encoding)
    if (named !== undefined) return named
    // Identity is acceptable unless refused, with a weight below that of any encoding that was named.
    if (encoding === 'identity') return any === 0 ? 0 : Number.MIN_VALUE
    return any ?? 0
  }
  const [best = 'identity'] = PREFERENCE.filter((encoding) => weightOf(encoding) > 0).sort(
    (a, b) => weightOf(b) - weightOf(a),
  )
  return best
}

/** Whether a body of this type gets smaller: text does, pictures and fonts are compressed already. */
export function isWorthCompressing(contentType: string): boolean {
  return /^text\/|json|xml|manifest/.test(contentType)
}

/** Compressed quickly, for a response that is waiting. */
export function compressFast(body: Buffer): { gzip: Buffer; br: Buffer } {
  return { gzip: owned(gzipSync(body, { level: 5 })), br: owned(brotliCompressSync(body, brotliOptions(body, 4))) }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Compressed as much as possible, or by Brotli at a lower `quality` (0 to 11); takes its time off the main thread. */
export async function compressBest(body: Buffer, quality = 11): Promise<{ gzip: Buffer; br: Buffer }> {
  const [zipped, squeezed] = await Promise.all([zip(body, { level: 9 }), brotli(body, brotliOptions(body, quality))])
  return { gzip: owned(zipped), br: owned(squeezed) }
}

/** The same bytes in memory of their own: zlib answers with a part of a chunk of 16 KiB, held for as long as the part. */
function owned(body: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(body.length)
  body.copy(copy)
  return copy
}

function brotliOptions(body: Buffer, quality: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  }
}
