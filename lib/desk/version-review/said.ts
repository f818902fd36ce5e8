import { z } from 'zod'
import { epochMs } from '@/lib/desk/answers'

export const VERSION_ANSWERS = ['comment', 'approval', 'refusal'] as const

/** The characters of the words of a version that somebody speaks of. */
export const MAX_PASSAGE_LENGTH = 2000

/** What somebody without an account said about the version that a link shows. */
export const saidSchema = z.strictObject({
  kind: z.enum(VERSION_ANSWERS),
  words: z.string(),
  /** The words of the story that it is about; empty for the whole. */
  quote: z.string(),
  writtenAt: epochMs,
})

export type Said = z.infer<typeof saidSchema>

/** What keeps an answer from being taken, by the word for it in the address to which a form without scripts comes back. */
export const ANSWER_PROBLEMS = {
  name: 'Say who you are, so that the newsroom knows who answered.',
  words: 'Write the comment first.',
  link: 'There are very many comments by this link already. Please ask for another one.',
  story: 'There are very many comments about this story already. Please write to the newsroom.',
} as const

/** What the page says once an answer was taken. */
export const ANSWER_TAKEN: Readonly<Record<Said['kind'], string>> = {
  comment: 'The newsroom has your comment.',
  approval: 'The newsroom knows that you approve this version.',
  refusal: 'The newsroom knows that you refuse this version.',
}

/** The part of the page of a version at which it is answered. */
export const ANSWER_PART = 'version-review'

/** The address of a version after a form without scripts, with what became of the answer: its kind, or the word for why it was not taken. */
export function answeredPath(secret: string, outcome: string): string {
  return `/preview/${encodeURIComponent(secret)}?answer=${encodeURIComponent(outcome)}#${ANSWER_PART}`
}

/** What an address says of an answer, in words; empty for nothing, and for what no form says. */
export function answerWords(answer: string | string[] | undefined): { told: string; problem: string } {
  const kind = VERSION_ANSWERS.find((one) => one === answer)
  const problem = Object.entries(ANSWER_PROBLEMS).find(([name]) => name === answer)
  return { told: kind ? ANSWER_TAKEN[kind] : '', problem: problem?.[1] ?? '' }
}
