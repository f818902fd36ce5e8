import { z } from 'zod'
import { rowId } from '@/lib/desk/answers'

const namedStory = z.strictObject({ id: rowId, headline: z.string() })

/** What taking back a batch came to. */
export const takenBackSchema = z.strictObject({
  /** Stories that are as before, to the byte. */
  restored: z.int(),
  /** Stories that were changed since: the links alone were taken out. */
  takenOut: z.array(namedStory),
  /** Stories in which the links were not there any more. */
  gone: z.array(namedStory),
})

export type TakenBack = z.infer<typeof takenBackSchema>

/** What became of accepted proposals. */
export const placedSchema = z.strictObject({
  /** How many links were placed. */
  links: z.int(),
  /** Those that were not, and why. */
  left: z.array(namedStory.extend({ why: z.string() })),
})

export type Placed = z.infer<typeof placedSchema>

/** Links that were placed together, as the desk lists them. */
export interface ListedBatch {
  id: number
  kind: 'accepted' | 'filled'
  links: number
  madeAt: number
  madeBy: string
  undoneAt: number | null
  undoneBy: string
  stories: { id: number; headline: string; language: string; targets: string[] }[]
}

/** An older story that may link to a new one, as the desk lists it. */
export interface ListedProposal {
  id: number
  reason: string
  source: { id: number; headline: string; language: string; version: number; publishedAt: number }
  /** The words of the paragraph above the place; empty where the link joins a list, null where there is no room any more. */
  below: string | null
}

/** The proposals for one new story. */
export interface ProposedStory {
  id: number
  headline: string
  language: string
  publishedAt: number
  proposals: ListedProposal[]
}
