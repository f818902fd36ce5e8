import { expect, test } from 'vitest'
import { z } from 'zod'
import { newUuid } from '@/components/desk/room/session/device'

test('an id is a UUID, as the API requires, and never repeats', () => {
  const names = Array.from({ length: 100 }, newUuid)
  for (const name of names) expect(z.uuidv4().safeParse(name).success).toBe(true)
  expect(new Set(names).size).toBe(names.length)
})
