import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { withdrawAtSeen } from '@/db/publishing/desk-publishing'
import { instantSent, versionSeen, wordsSaid } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, at: instantSent.nullable(), reason: wordsSaid.default('') })

export const POST = articleRoute('withdraw article', sent, ({ db, editor, id, input, now }) => {
  const { version, at, reason } = input
  return withdrawAtSeen(db, { id, basedOn: version, at, reason, by: editor.name, now })
})
