import { expect, it, vi } from 'vitest'
import { OPERATIONS } from '@/lib/admin-api/operations'

it('is made once for all papers, and lets requests have their turn after each operation', async () => {
  // Another test of the process may have had it made.
  vi.resetModules()
  const { adminOpenApi } = await import('@/lib/admin-api/open-api')
  let turns = 0
  const yieldToRequests = async () => {
    turns += 1
  }
  const first = await adminOpenApi({ siteUrl: 'https://one.example', paper: 'One', yieldToRequests })
  expect(turns).toBe(Object.keys(OPERATIONS).length)
  const second = await adminOpenApi({ siteUrl: 'https://two.example', paper: 'Two', yieldToRequests })
  expect(turns).toBe(Object.keys(OPERATIONS).length)
  expect(second.paths).toEqual(first.paths)
  expect(second.info.title).toBe('Two: Admin API')
  expect(second.servers).toEqual([{ url: 'https://two.example' }])
})
