import type { DeskInput } from '@/lib/desk/endpoints'

/** An action on several stories, before the server checked it. */
export type BulkInput = DeskInput<'POST /api/desk/bulk'>['action']

/** What can be chosen for several stories. */
export interface BulkChoices {
  people: { id: string; name: string }[]
  sections: { id: number; name: string; depth: number }[]
  topics: { id: number; name: string }[]
  /** IANA zone of the paper. */
  timeZone: string
  /** The instant of the page, in milliseconds. */
  now: number
}
