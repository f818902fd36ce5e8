import type { Section } from '@/lib/article/article'

/** A section, topic or author that is chosen by name. */
export interface Named {
  id: number
  name: string
}

/** What the fields of a writing room offer, and the clock they go by. */
export interface RoomChoices {
  /** In the order of the tree. */
  sections: Section[]
  topics: Named[]
  authors: Named[]
  /** Whether the signed-in editor may make a topic, or an author, that is missing. */
  mayMake: { topics: boolean; authors: boolean }
  /** IANA zone of the site; all times in the writing room are in it. */
  timeZone: string
  /** The site's time when the page was opened, in milliseconds since 1970; the browser's clock may be wrong. */
  openedAt: number
}
