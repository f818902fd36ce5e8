import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { setEmbargo } from '@/db/publishing/desk-publishing'
import { instantSent, versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, until: instantSent.nullable() })

export const POST = articleRoute('embargo article', sent, ({ db, editor, id, input: { version, until }, now }) =>
  setEmbargo(db, { id, basedOn: version, until, by: editor.name, now }),
)
