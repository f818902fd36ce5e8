import { z } from 'zod'
import { articleRoute } from '@/app/desk-route'
import { publishSeen } from '@/db/desk-publishing'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('publish article', sent, ({ db, editor, id, input, now }) =>
  publishSeen(db, { id, basedOn: input.version, by: editor.name, now }),
)
