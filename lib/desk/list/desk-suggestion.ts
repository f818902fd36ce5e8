import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'
import { DEFAULT_LIST_QUERY, listAddress } from '@/lib/desk/list/list-query'

/** What an editor may mean by the first letters of a search. */
export const deskSuggestionSchema = z.strictObject({
  /** A story to open, or a section or an author to narrow the list to. */
  kind: z.enum(['section', 'author', 'story']),
  id: rowId,
  /** A name or a headline. */
  words: z.string(),
})

export type DeskSuggestion = z.infer<typeof deskSuggestionSchema>

/** The page of the desk to which a suggestion leads. */
export function suggestionAddress({ kind, id }: DeskSuggestion): string {
  switch (kind) {
    case 'story':
      return `/admin/articles/${id}`
    case 'section':
      return listAddress({ ...DEFAULT_LIST_QUERY, sectionId: id })
    case 'author':
      return listAddress({ ...DEFAULT_LIST_QUERY, authorId: id })
  }
}
