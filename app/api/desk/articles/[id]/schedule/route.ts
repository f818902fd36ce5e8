import { z } from 'zod'
import { crawlersErrors } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { scheduleSeen } from '@/db/publishing/desk-publishing'
import { instantSent, versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, at: instantSent })

export const POST = articleRoute('schedule article', sent, async ({ db, editor, id, input, now }) => {
  const { version, at } = input
  const besides = await crawlersErrors(db, { id, now, at })
  return scheduleSeen(db, { id, basedOn: version, at, by: editor.name, now, besides })
})
