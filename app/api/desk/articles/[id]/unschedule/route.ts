import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { unscheduleSeen } from '@/db/publishing/desk-publishing'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('schedule article', sent, ({ db, editor, id, input, now }) =>
  unscheduleSeen(db, { id, basedOn: input.version, by: editor.name, now }),
)
