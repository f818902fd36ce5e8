import type { Section } from '@/lib/article/article'

/** Somebody or something of the paper that can be chosen by name. */
export interface Named {
  id: number
  name: string
}

/** What a writing room offers to choose from, and where and when it stands. */
export interface RoomChoices {
  /** In the order of the tree. */
  sections: Section[]
  topics: Named[]
  authors: Named[]
  /** IANA zone of the paper: every time in the room is told in it. */
  timeZone: string
  /** The site's instant when the room was opened, in milliseconds since 1970; a visitor's own clock may be wrong. */
  openedAt: number
}
