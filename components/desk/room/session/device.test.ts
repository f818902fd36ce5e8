import { expect, test } from 'vitest'
import { z } from 'zod'
import { newUuid } from '@/components/desk/room/session/device'

test('a name is a UUID, as the address that keeps drafts wants it, and never comes twice', () => {
  const names = Array.from({ length: 100 }, newUuid)
  for (const name of names) expect(z.uuidv4().safeParse(name).success).toBe(true)
  expect(new Set(names).size).toBe(names.length)
})
