import { articleRoute } from '@/app/_desk/desk-route'
import { visits } from '@/app/_desk/visits'
import { versionOf } from '@/db/editing/manuscripts'
import * as endpoints from '@/lib/desk/articles/endpoints'
import { leave, othersAt } from '@/lib/desk/articles/presence'

export const POST = articleRoute(
  endpoints.reportPresence,
  'read article',
  async ({ db, editor, id, input: { tab, leaving }, now }) => {
    const version = await versionOf(db, id)
    if (version === null) return null
    const at = now.getTime()
    if (!leaving) return { version, others: othersAt(visits(), { id, visitor: { name: editor.name, tab }, now: at }) }
    leave(visits(), { id, tab, now: at })
    return { version, others: [] }
  },
)
