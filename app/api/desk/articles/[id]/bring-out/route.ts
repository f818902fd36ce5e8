import { z } from 'zod'
import { crawlersErrors } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { bringOut } from '@/db/publishing/desk-publishing'
import { versionSeen, wordsSaid } from '@/lib/desk/desk-input'

const sent = z.object({
  version: versionSeen,
  as: z.enum(['fix', 'update', 'correction']),
  note: wordsSaid.default(''),
})

export const POST = articleRoute('change published article', sent, async ({ db, editor, id, input, now }) => {
  const { version, as, note } = input
  const besides = await crawlersErrors(db, { id, now })
  return bringOut(db, { id, basedOn: version, as, note, by: editor.name, now, besides })
})
