import { z } from 'zod'
import { articleRoute } from '@/app/_desk/desk-route'
import { submit } from '@/db/publishing/review'
import { versionSeen, wordsSaid } from '@/lib/desk/desk-input'

const sent = z.object({ version: versionSeen, words: wordsSaid })

export const POST = articleRoute('submit article', sent, ({ db, editor, id, input: { version, words }, now }) =>
  submit(db, { id, basedOn: version, words, by: editor.name, userId: editor.id, now }),
)
