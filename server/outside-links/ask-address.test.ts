import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { askAddress } from '@/server/outside-links/ask-address'
import { isPublicAddress } from '@/server/outside-links/public-address'

let server: Server
let asked: string[] = []
let at = ''
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['user-agent']}`)
    const isThere = request.url === '/there' || (request.url === '/get-only' && request.method === 'GET')
    response.writeHead(request.url === '/moved' ? 301 : isThere ? 200 : 404, { Location: '/there' })
    response.end(request.method === 'HEAD' ? undefined : 'words')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const options = { userAgent: 'Check', signal: new AbortController().signal }

it('an address is asked with HEAD, and with GET where HEAD finds nothing; redirects are not followed', async () => {
  const ask = (path: string) => askAddress(`${at}${path}`, { ...options, isAllowed: () => true, isAnyPort: true })
  expect(await ask('/there')).toEqual({ status: 200, problem: '' })
  expect(await ask('/get-only')).toEqual({ status: 200, problem: '' })
  expect(await ask('/moved')).toEqual({ status: 301, problem: '' })
  expect(await ask('/gone')).toEqual({ status: 404, problem: '' })
  expect(asked).toEqual([
    ...['HEAD /there Check', 'HEAD /get-only Check', 'GET /get-only Check', 'HEAD /moved Check'],
    ...['HEAD /gone Check', 'GET /gone Check'],
  ])
})

it.each([
  ...['127.0.0.1', '10.1.2.3', '169.254.169.254', '192.168.0.1', '172.20.0.1', '100.64.0.1', '224.0.0.1'],
  ...['::1', '::', 'fd00::1', 'fe80::1', '::ffff:10.0.0.1', '2002:a00:1::', '64:ff9b::a00:1', 'localhost', ''],
])('an address of a private network is no public one: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('a private network is not asked, by its number or by a name for it, nor is an unusual port', async () => {
  const refused = { status: null, problem: 'An address of a private network is not asked' }
  const anyPort = { ...options, isAnyPort: true }
  expect(await askAddress(`${at}/there`, anyPort)).toEqual(refused)
  expect(await askAddress(`${at.replace('127.0.0.1', 'localhost')}/there`, anyPort)).toEqual(refused)
  expect(await askAddress(`${at.replace('127.0.0.1', '0x7f.1')}/there`, anyPort)).toEqual(refused)
  expect(await askAddress('http://[::1]/there', options)).toEqual(refused)
  expect((await askAddress('https://example.com:8443/', options)).problem).toContain('port')
  expect(asked).toEqual([])
  expect(['93.184.215.14', '2606:2800:21f:cb07::1'].map(isPublicAddress)).toEqual([true, true])
})
