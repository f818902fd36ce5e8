import { marksAnswer } from '@/app/_desk/answers/marks-answer'
import { fileRoute } from '@/app/_desk/desk-route'
import { changeMarks } from '@/db/paper/site'
import { refuse } from '@/lib/desk/refusal'
import * as endpoints from '@/lib/desk/settings/endpoints'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const POST = fileRoute(endpoints.uploadLogo, 'change settings', async ({ db, file, now }) => {
  const made = await siteRuntime().pictures.mark({ file, kind: 'logo' })
  if ('unusable' in made) return refuse('logo', made.unusable)
  if (!('widthPx' in made)) throw new Error('the process for pictures made no logo')
  return marksAnswer(await changeMarks(db, { marks: { logo: made }, now }))
})
