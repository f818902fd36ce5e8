import { languageSubtags } from '@/lib/paper/language'

/*
 * What a story is filed under, as words of the index beside those of its text. They begin with a sign that no word of a
 * text has, so that a filter is one more word to look for, which costs nothing.
 */

const SIGN = '\uE000'

/** A word of the index that stands between two parts of a text, so that no phrase reaches over both. */
export const BETWEEN_PARTS = '\uE001'

/** What a search is narrowed by; all of it must hold. */
export interface SubjectFilter {
  /** A section with all below it: the ids of them all. */
  sectionIds?: readonly number[] | undefined
  topicId?: number | undefined
  authorId?: number | undefined
  kind?: string | undefined
  /** BCP 47; its regional forms are meant too. */
  language?: string | undefined
}

export interface Subjects {
  sectionId: number | null
  topicIds: readonly number[]
  authorIds: readonly number[]
  kind: string
  language: string
}

/** The words under which a story is filed. */
export function subjectWords({ sectionId, topicIds, authorIds, kind, language }: Subjects): string {
  const parts = languageSubtags(language)
  return [
    ...(sectionId === null ? [] : [word('s', sectionId)]),
    ...topicIds.map((id) => word('t', id)),
    ...authorIds.map((id) => word('a', id)),
    word('k', kind),
    ...parts.map((_, place) => word('l', parts.slice(0, place + 1).join(''))),
  ].join(' ')
}

/** One group of words for each condition, of which a story must have one. */
export function filterWords({ sectionIds, topicId, authorId, kind, language }: SubjectFilter): string[][] {
  return [
    ...(sectionIds === undefined ? [] : [sectionIds.map((id) => word('s', id))]),
    ...(topicId === undefined ? [] : [[word('t', topicId)]]),
    ...(authorId === undefined ? [] : [[word('a', authorId)]]),
    ...(kind === undefined ? [] : [[word('k', kind)]]),
    ...(language === undefined ? [] : [[word('l', language)]]),
  ]
}

function word(letter: string, value: string | number): string {
  return (
    SIGN +
    letter +
    String(value)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
  )
}
