import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Askers } from '@/server/http/askers'

test('a page that says only why there is no answer has status 503, unless scripts of an open page asked', async () => {
  const askers = new Askers()
  const server = createServer((request, response) => {
    askers.answering(request, response, async () => {
      await Promise.resolve()
      askers.unanswered()
      response.end('There is no answer now.')
      // Too late to change anything.
      askers.unanswered()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const page = await fetch(site)
  expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
  const part = await fetch(site, { headers: { rsc: '1' } })
  expect([part.status, part.headers.get('retry-after')]).toEqual([200, null])
  await new Promise((resolve) => server.close(resolve))
  expect(() => askers.unanswered()).not.toThrow()
})
