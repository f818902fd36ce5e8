import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { scheduleSeen } from '@/db/desk-publishing'
import { instantSent, versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, at: instantSent })

export const POST = articleRoute('schedule article', sent, ({ db, editor, id, input: { version, at }, now }) =>
  scheduleSeen(db, { id, basedOn: version, at, by: editor.name, now }),
)
