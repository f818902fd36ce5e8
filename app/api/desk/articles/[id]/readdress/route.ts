import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { readdressSeen } from '@/db/publishing/desk-publishing'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, slug: z.string().max(200) })

export const POST = articleRoute('readdress article', sent, ({ db, editor, id, input: { version, slug }, now }) =>
  readdressSeen(db, { id, basedOn: version, slug, by: editor.name, now }),
)
