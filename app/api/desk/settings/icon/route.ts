import { marksAnswer } from '@/app/_desk/answers/marks-answer'
import { fileRoute } from '@/app/_desk/desk-route'
import { changeMarks } from '@/db/paper/site'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = fileRoute(endpoints.uploadIcon, 'change settings', async ({ db, file, now }) => {
  const made = await siteRuntime().pictures.mark({ file, kind: 'icon' })
  if ('unusable' in made) return refuse('icon', made.unusable)
  if (!('maskableStem' in made)) throw new Error('the process for pictures made no icon')
  return marksAnswer(await changeMarks(db, { marks: { icon: made }, now }))
})
