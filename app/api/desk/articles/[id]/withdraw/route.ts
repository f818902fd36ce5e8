import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { withdrawSeen } from '@/db/publishing/desk-publishing'
import { versionSeen, wordsSaid } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, reason: wordsSaid })

export const POST = articleRoute('withdraw article', sent, ({ db, editor, id, input: { version, reason }, now }) =>
  withdrawSeen(db, { id, basedOn: version, reason, by: editor.name, now }),
)
