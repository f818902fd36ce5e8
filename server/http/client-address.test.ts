import fc from 'fast-check'
import { expect, test } from 'vitest'
import { propertyRuns } from '@/lib/testing/property-runs'
import { clientAddress, countedAddress } from '@/server/http/client-address'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:50123', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:0201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
  ['2001:DB8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:db8:1:2::1', '2001:db8:1:2::'],
  ['[2001:db8:1:2:ffff::9]:443', '2001:db8:1:2::'],
  ['"[2001:db8:1:2::9]:443"', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8::'],
  ['fe80::1%eth0', 'fe80::'],
  ['::1', '::1'],
  ['unknown', null],
  ['_hidden', null],
  ['', null],
  ['192.0.2.1, 192.0.2.2', null],
  ['999.0.2.1', null],
])('%s counts as %s', (text, counted) => expect(countedAddress(text)).toBe(counted))

test('all addresses of one /64 count as one, with and without a port, in any spelling', () => {
  const group = fc.integer({ min: 0, max: 0xffff })
  fc.assert(
    fc.property(
      fc.array(group, { minLength: 4, maxLength: 4 }),
      fc.array(group, { minLength: 8, maxLength: 8 }),
      (network, hosts) => {
        const spelled = (host: number[]) => [...network, ...host].map((part) => part.toString(16)).join(':')
        // The network of mapped and loopback addresses.
        fc.pre(network.some((part) => part !== 0))
        const [one, other] = [spelled(hosts.slice(0, 4)), spelled(hosts.slice(4)).toUpperCase()]
        expect(countedAddress(one)).toBe(countedAddress(`[${other}]:443`))
        expect(countedAddress(countedAddress(one) ?? '')).toBe(countedAddress(one))
      },
    ),
    { numRuns: propertyRuns() },
  )
})

test('no text breaks the reading of an address', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      countedAddress(text)
    }),
    { numRuns: propertyRuns() },
  )
})

const asked = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
})

test('without a trusted proxy the connection counts, whatever is forwarded', () => {
  expect(clientAddress(asked('::ffff:198.51.100.7', '192.0.2.1'), 0)).toBe('198.51.100.7')
})

test('behind proxies the address that the outermost one saw counts, and not what the client says', () => {
  expect(clientAddress(asked('127.0.0.1', '203.0.113.9, 192.0.2.1:4711'), 1)).toBe('192.0.2.1')
  expect(clientAddress(asked('127.0.0.1', '203.0.113.9, 192.0.2.1, 10.0.0.2'), 2)).toBe('192.0.2.1')
})

test('a forwarded value that is no address counts as the proxy itself', () => {
  expect(clientAddress(asked('10.0.0.2', 'unknown'), 1)).toBe('10.0.0.2')
  expect(clientAddress(asked('10.0.0.2'), 1)).toBe('10.0.0.2')
})
