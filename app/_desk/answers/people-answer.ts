import 'server-only'
import { peopleOfStory } from '@/db/comments/story-people'
import type { Reader } from '@/db/store/open'
import type { DeskAnswer } from '@/lib/desk/endpoints'

/** Who can be called in a comment on a story, as the desk answers it: without their e-mail addresses. */
export async function peopleAnswer(db: Reader, id: number): Promise<DeskAnswer<'GET /api/desk/articles/[id]/people'>> {
  return { people: (await peopleOfStory(db, id)).map((person) => ({ id: person.id, name: person.name })) }
}
