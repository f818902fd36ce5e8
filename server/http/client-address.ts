import type { IncomingMessage } from 'node:http'
import { isIPv4, isIPv6 } from 'node:net'

/**
 * The address under which a client is counted and shown: that of the connection, or the one that the outermost of
 * `trustedProxies` proxies forwarded (X-Forwarded-For), in the form of countedAddress. A forwarded value that is no
 * address counts as the connection's own. Empty when the connection has ended.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers'> & { socket: Pick<IncomingMessage['socket'], 'remoteAddress'> },
  trustedProxies: number,
): string {
  const own = countedAddress(socket.remoteAddress ?? '') ?? ''
  if (trustedProxies === 0) return own
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  return countedAddress(forwarded.at(-trustedProxies) ?? '') ?? own
}

/**
 * An IP address without port, brackets and zone; null for what is none.
 * - IPv4 as it is, also where it is mapped into IPv6 (RFC 4291, section 2.5.5.2).
 * - IPv6 as the first address of its /64 in the shortest form (RFC 5952): a /64 is what one customer gets, who can send
 *   from any address in it. The loopback address stays.
 */
export function countedAddress(text: string): string | null {
  const bare = withoutPort(text.trim().replace(/^"(.*)"$/, '$1')).replace(/%.*$/, '')
  if (isIPv4(bare)) return bare
  if (!isIPv6(bare)) return null
  const groups = groupsOf(bare)
  const [sixth = 0, seventh = 0, eighth = 0] = groups.slice(5)
  const isMapped = sixth === 0xffff && groups.slice(0, 5).every((group) => group === 0)
  if (isMapped) return [seventh >> 8, seventh & 255, eighth >> 8, eighth & 255].join('.')
  if (eighth === 1 && groups.slice(0, 7).every((group) => group === 0)) return '::1'
  return shortest(
    `${groups
      .slice(0, 4)
      .map((group) => group.toString(16))
      .join(':')}::`,
  )
}

/** `[2001:db8::1]:443` and `192.0.2.1:443` without their port; IPv6 without brackets has none. */
function withoutPort(address: string): string {
  const [, bracketed] = /^\[([^\]]*)\](?::\d+)?$/.exec(address) ?? []
  return bracketed ?? address.replace(/^([\d.]+):\d+$/, '$1')
}

/** The eight groups of a valid IPv6 address as numbers. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = shortest(address).split('::')
  const numbers = (part: string) =>
    part
      .split(':')
      .filter(Boolean)
      .map((group) => Number.parseInt(group, 16))
  const [before, after] = [numbers(head), numbers(tail ?? '')]
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after]
}

/** The address in its shortest form, as every URL has it; IPv4 within it becomes two groups. */
function shortest(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1)
}
