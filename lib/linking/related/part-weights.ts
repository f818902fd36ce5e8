import type { TermCounts } from '@/lib/linking/related/story-terms'

/** How much a word of each part counts when stories are found. A headline says what a story is about. */
export function foundWeight({ headline, standfirst, body }: TermCounts): number {
  return 5 * headline + 2 * standfirst + body
}

/** How much a word of each part counts when two stories are compared as a whole. */
export function comparedWeight({ headline, standfirst, body }: TermCounts): number {
  return 3 * headline + standfirst + body
}
