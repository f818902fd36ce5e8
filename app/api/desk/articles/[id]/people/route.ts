import { articleRoute } from '@/app/_desk/desk-route'
import { peopleOfStory } from '@/db/comments/story-people'
import * as endpoints from '@/lib/desk/articles/endpoints'

export const GET = articleRoute(endpoints.articlePeople, 'comment on article', async ({ db, id }) => ({
  people: (await peopleOfStory(db, id)).map((person) => ({ id: person.id, name: person.name })),
}))
