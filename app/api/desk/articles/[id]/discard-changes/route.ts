import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { discardChanges } from '@/db/publishing/discarding'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('discard changes', sent, ({ db, editor, id, input, now }) =>
  discardChanges(db, { id, basedOn: input.version, by: editor.name, now }),
)
