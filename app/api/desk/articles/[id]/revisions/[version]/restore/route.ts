import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { restoreRevision } from '@/db/publishing/restoring'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('restore revision', sent, ({ db, editor, id, params, input, now }) =>
  restoreRevision(db, { id, version: Number(params.version), basedOn: input.version, by: editor.name, now }),
)
