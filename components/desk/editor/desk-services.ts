import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import type { EditorServices } from '@/components/desk/editor/editor-services'

/** The editor's requests to the desk's API. Searches leave out the story `articleId`; null where there is none. */
export function deskServices(articleId: number | null): EditorServices {
  return {
    search: async (words, signal) => {
      const input = { q: words, ...(articleId !== null && { not: articleId }) }
      return answerOf(await deskRequest('GET /api/desk/search', { input, signal })).stories
    },
    targets: async (ids) =>
      answerOf(await deskRequest('GET /api/desk/targets', { input: { ids: ids.join(',') } })).targets,
    resolve: async (url) => answerOf(await deskRequest('GET /api/desk/resolve', { input: { url } })).story,
    resolvePasted: async (addresses, headlines) => {
      const input = { addresses, headlines, ...(articleId !== null && { not: articleId }) }
      return answerOf(await deskRequest('POST /api/desk/resolve', { input }))
    },
    upload: async (file) => answerOf(await deskRequest('POST /api/desk/pictures', { file })),
    pictures: async (ids) =>
      answerOf(await deskRequest('GET /api/desk/pictures', { input: { ids: ids.join(',') } })).pictures,
    describe: async (picture, edit) =>
      answerOf(await deskRequest('PUT /api/desk/pictures/[picture]', { params: { picture }, input: edit })).picture,
  }
}

function answerOf<Answer>(response: DeskResponse<Answer>): Answer {
  if (response.ok) return response.answer
  throw new Error(response.problems.map(({ message }) => message).join(' '))
}
