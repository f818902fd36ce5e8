import { z } from 'zod'
import { deskRoute } from '@/app/_desk/desk-route'
import { moveSection, sectionById } from '@/db/paper/sections'

const schema = z.strictObject({ to: z.enum(['up', 'down']) })

export const POST = deskRoute('change settings', schema, async ({ db, input, params, now }) => {
  const section = await sectionById(db, Number(params.section))
  if (!section) return null
  await moveSection(db, { id: section.id, to: input.to, now })
  return {}
})
