import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { visits } from '@/app/_desk/visits'
import { versionOf } from '@/db/editing/manuscripts'
import { leave, othersAt } from '@/lib/desk/presence'

const said = z.strictObject({ tab: z.string().min(1).max(60), leaving: z.literal(true).optional() })

export const POST = articleRoute('read article', said, async ({ db, editor, id, input: { tab, leaving }, now }) => {
  const version = await versionOf(db, id)
  const at = now.getTime()
  if (!leaving) return { version, others: othersAt(visits(), { id, visitor: { name: editor.name, tab }, now: at }) }
  leave(visits(), { id, tab, now: at })
  return { version, others: [] }
})
