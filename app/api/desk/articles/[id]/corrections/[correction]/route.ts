import { listedCorrections } from '@/app/_desk/answers/listed-corrections'
import { articleRoute } from '@/app/_desk/desk-route'
import { rewordCorrection } from '@/db/publishing/corrections'
import * as endpoints from '@/lib/desk/articles/correction-endpoints'

export const PUT = articleRoute(
  endpoints.rewordCorrection,
  'change published article',
  async ({ db, editor, id, input, param, now }) => {
    const correctionId = Number(param('correction'))
    const reworded = await rewordCorrection(db, { id, correctionId, note: input.note, by: editor, now })
    return reworded && 'corrections' in reworded ? listedCorrections(reworded.corrections) : reworded
  },
)
