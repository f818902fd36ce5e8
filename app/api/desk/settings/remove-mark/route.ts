import { marksAnswer } from '@/app/_desk/answers/marks-answer'
import { deskRoute } from '@/app/_desk/desk-route'
import { changeMarks } from '@/db/paper/site'
import * as endpoints from '@/lib/desk/settings/endpoints'

export const POST = deskRoute(endpoints.removeMark, 'change settings', async ({ db, input, now }) =>
  marksAnswer(await changeMarks(db, { marks: { [input.kind]: null }, now })),
)
