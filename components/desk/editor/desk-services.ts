import { type DeskAnswer, deskRequest } from '@/components/desk/desk-request'
import type { EditorServices } from '@/components/desk/editor/editor-services'
import type { Picture } from '@/lib/article/article'
import type { FoundStory } from '@/lib/desk/archive/found-story'

/** The desk's own addresses as the editor of the story `self` asks them; null for a text that is no story yet. */
export function deskServices(self: number | null): EditorServices {
  return {
    search: async (words, signal) => {
      const query = new URLSearchParams({ q: words })
      if (self !== null) query.set('not', String(self))
      return told(
        await deskRequest<{ stories: FoundStory[] }>('GET', `/api/desk/search?${query}`, undefined, { signal }),
      ).stories
    },
    targets: async (ids) =>
      told(await deskRequest<{ targets: FoundStory[] }>('GET', `/api/desk/targets?ids=${ids.join(',')}`)).targets,
    resolve: async (url) => {
      const query = new URLSearchParams({ url })
      return told(await deskRequest<{ story: FoundStory | null }>('GET', `/api/desk/resolve?${query}`)).story
    },
    upload: async (file) => {
      const query = new URLSearchParams({ name: file.name })
      return told(await deskRequest<{ picture: Picture }>('POST', `/api/desk/pictures?${query}`, file)).picture
    },
    pictures: async (ids) =>
      told(await deskRequest<{ pictures: Picture[] }>('GET', `/api/desk/pictures?ids=${ids.join(',')}`)).pictures,
    describe: async (id, saying) =>
      told(await deskRequest<{ picture: Picture }>('PUT', `/api/desk/pictures/${id}`, saying)).picture,
  }
}

function told<T>(answer: DeskAnswer<T>): T {
  if (answer.ok) return answer.answer
  throw new Error(answer.problems.map(({ message }) => message).join(' '))
}
