import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { republishSeen } from '@/db/desk-publishing'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('republish article', sent, ({ db, editor, id, input, now }) =>
  republishSeen(db, { id, basedOn: input.version, by: editor.name, now }),
)
