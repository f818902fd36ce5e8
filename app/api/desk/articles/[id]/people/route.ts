import { peopleAnswer } from '@/app/_desk/answers/people-answer'
import { articleRoute } from '@/app/_desk/desk-route'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articlePeople, 'comment on article', ({ db, id }) => peopleAnswer(db, id))
