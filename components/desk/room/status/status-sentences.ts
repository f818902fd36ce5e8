import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import { lateWords } from '@/lib/desk/list/late-words'
import { distance, spelledOut } from '@/lib/time/wall-clock'

/** What is told of where an article stands. */
export type StatusFields = Pick<
  OpenedArticle,
  | 'state'
  | 'publishedAt'
  | 'updatedAt'
  | 'withdrawnAt'
  | 'withdrawalReason'
  | 'embargoUntil'
  | 'hasUnpublishedChanges'
  | 'deletedAt'
  | 'late'
>

const NEAR_MS = 7 * 86_400_000

/** Where an article stands, in sentences: its state, then what is coming, then what went wrong. */
export function statusSentences(standing: StatusFields, { now, timeZone }: { now: Date; timeZone: string }): string[] {
  const { state, publishedAt, updatedAt, withdrawnAt, embargoUntil, hasUnpublishedChanges, late } = standing
  const told = (at: number) => instantWords(new Date(at), { now, timeZone })
  if (standing.deletedAt !== null) return [`Deleted ${told(standing.deletedAt)}. It can still be recovered.`]
  const words = [stateWords(standing, told)]
  if (state === 'published' && updatedAt !== null && updatedAt !== publishedAt)
    words.push(`Updated ${told(updatedAt)}.`)
  if (embargoUntil !== null && embargoUntil > now.getTime()) words.push(`Under embargo until ${told(embargoUntil)}.`)
  if (state !== 'withdrawn' && withdrawnAt !== null) words.push(`Leaves the site ${told(withdrawnAt)}.`)
  if (hasUnpublishedChanges && state === 'published') words.push('There are changes that readers do not see yet.')
  if (hasUnpublishedChanges && state === 'scheduled')
    words.push('There are changes that the scheduled story does not have yet.')
  if (late) words.push(`It was ${late.event} ${lateWords(late.seconds)} late: the site was not running at its time.`)
  return words
}

function stateWords(
  { state, publishedAt, withdrawnAt, withdrawalReason }: StatusFields,
  told: (at: number) => string,
): string {
  switch (state) {
    case 'draft':
      return 'A draft. Only the desk sees it.'
    case 'in-review':
      return 'In review. Only the desk sees it.'
    case 'scheduled':
      return publishedAt === null ? 'Scheduled.' : `Publishes ${told(publishedAt)}.`
    case 'published':
      return publishedAt === null ? 'Published.' : `Published ${told(publishedAt)}.`
    case 'withdrawn': {
      const when = withdrawnAt === null ? 'Withdrawn.' : `Withdrawn ${told(withdrawnAt)}.`
      return withdrawalReason ? `${when} Readers are told: ${withdrawalReason}` : when
    }
  }
}

/** What is to come is spelled out with the zone and how far off it is; of what is long past the day is enough to know. */
function instantWords(at: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const isNear = Math.abs(at.getTime() - now.getTime()) < NEAR_MS
  return at > now || isNear ? `${spelledOut(at, timeZone)}, ${distance(now, at)}` : spelledOut(at, timeZone)
}
