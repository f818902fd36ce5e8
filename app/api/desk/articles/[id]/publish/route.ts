import { z } from 'zod'
import { crawlersErrors } from '@/app/_desk/crawlers-view'
import { articleRoute } from '@/app/_desk/desk-route'
import { publishSeen } from '@/db/publishing/desk-publishing'
import { versionSeen } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen })

export const POST = articleRoute('publish article', sent, async ({ db, editor, id, input, now }) => {
  const besides = await crawlersErrors(db, { id, now, at: now })
  return publishSeen(db, { id, basedOn: input.version, by: editor.name, now, besides })
})
