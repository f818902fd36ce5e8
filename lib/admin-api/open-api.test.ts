import { expect, it } from 'vitest'
import { adminOpenApi } from '@/lib/admin-api/open-api'
import { OPERATIONS } from '@/lib/admin-api/operations'

it('is made once for all papers, with a pause after each operation', async () => {
  let pauses = 0
  const pause = async () => {
    pauses += 1
  }
  const first = await adminOpenApi({ siteUrl: 'https://one.example', paper: 'One', pause })
  expect(pauses).toBe(Object.keys(OPERATIONS).length)
  const second = await adminOpenApi({ siteUrl: 'https://two.example', paper: 'Two', pause })
  expect(pauses).toBe(Object.keys(OPERATIONS).length)
  expect(second.paths).toEqual(first.paths)
  expect(second.info.title).toBe('Two: Admin API')
  expect(second.servers).toEqual([{ url: 'https://two.example' }])
})
