import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { returnToWriter } from '@/db/publishing/review'
import { versionSeen, wordsSaid } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, words: wordsSaid })

export const POST = articleRoute('return article', sent, ({ db, editor, id, input: { version, words }, now }) =>
  returnToWriter(db, { id, basedOn: version, words, by: editor.name, userId: editor.id, now }),
)
