import type { StoredPage } from '@/server/pages/page-store'

const MS_IN_NS = 1_000_000n

/**
 * The ETag in `ifNoneMatch` that a proxy has given to a file of `page`; null when there is none. nginx makes it of the
 * file's date and length in hexadecimal (ngx_http_set_etag), Caddy in base 36, with the date in seconds or, since 2.8, in
 * nanoseconds (fileserver, calculateEtag).
 */
export function fileEtag(
  ifNoneMatch: string | undefined,
  { lastModified, representations }: StoredPage,
): string | null {
  if (!ifNoneMatch) return null
  const asked = ifNoneMatch.split(',').map((entry) => entry.trim().replace(/^W\//, ''))
  const seconds = Math.floor(lastModified.getTime() / 1000)
  const nanoseconds = BigInt(seconds) * 1000n * MS_IN_NS
  for (const { length: size } of Object.values(representations)) {
    const given = [
      `"${seconds.toString(16)}-${size.toString(16)}"`,
      `"${seconds.toString(36)}${size.toString(36)}"`,
      `"${nanoseconds.toString(36)}${size.toString(36)}"`,
    ]
    const etag = asked.find((entry) => given.includes(entry))
    if (etag !== undefined) return etag
  }
  return null
}
