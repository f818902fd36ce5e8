import { apiRoute } from '@/app/_admin-api/api-route'
import { frontAnswer } from '@/app/_admin-api/front-answers'

export const GET = apiRoute('getFront', ({ db, editor, now, query }) =>
  frontAnswer(db, { section: query.section ?? null, editor, now }),
)
