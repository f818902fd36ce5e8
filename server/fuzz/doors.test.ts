import { expect, it } from 'vitest'
import type { Operation } from '@/lib/admin-api/operation'
import { OPERATIONS } from '@/lib/admin-api/operations'
import { READS_PATH } from '@/lib/audience/reads'
import { bodyDoors, routeDoors } from '@/server/fuzz/doors'

it('a body goes to every operation of the Admin API that changes something, and to where pages say what was read', () => {
  const writing = Object.values<Operation>(OPERATIONS).filter(({ method }) => method !== 'GET')
  const asked = bodyDoors().map(({ method, path }) => `${method} ${path}`)
  expect(writing.length).toBeGreaterThan(20)
  expect(asked).toEqual(expect.arrayContaining(writing.map(({ method, path }) => `${method} ${path}`)))
  expect(asked).toContain(`POST ${READS_PATH}`)
})

it('random requests go to addresses with a route and to those that the server answers without one', () => {
  const asked = routeDoors().map(({ path }) => path)
  expect(asked).toEqual(expect.arrayContaining(['/', '/api/v1/articles', '/healthz', '/sitemap.xml', '/media/[file]']))
  expect(asked).toContain(READS_PATH)
})
