import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { checklistOf } from '@/db/publishing/checklist'
import { instantSent } from '@/lib/desk/desk-input'

const asked = z.object({ at: z.coerce.number().pipe(instantSent).optional() })

export const GET = articleRoute('read article', asked, ({ db, id, input: { at }, now }) =>
  checklistOf(db, { id, at, now }),
)
