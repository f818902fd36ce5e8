import type { OpenedArticle } from '@/lib/desk/articles/opened-article'
import { lateWords } from '@/lib/desk/list/late-words'
import { DAY_MS } from '@/lib/time/durations'
import { distance, spelledOut } from '@/lib/time/wall-clock'

/** The fields of an article that its status is read from. */
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

const NEAR_MS = 7 * DAY_MS

/** The status of an article in sentences: its state, then what is coming, then what went wrong. */
export function statusSentences(article: StatusFields, { now, timeZone }: { now: Date; timeZone: string }): string[] {
  const { state, publishedAt, updatedAt, withdrawnAt, embargoUntil, hasUnpublishedChanges, late } = article
  const when = (at: number) => instantWords(new Date(at), { now, timeZone })
  if (article.deletedAt !== null) return [`Deleted ${when(article.deletedAt)}. It can still be recovered.`]
  const sentences = [stateWords(article, when)]
  if (state === 'published' && updatedAt !== null && updatedAt !== publishedAt)
    sentences.push(`Updated ${when(updatedAt)}.`)
  if (embargoUntil !== null && embargoUntil > now.getTime())
    sentences.push(`Under embargo until ${when(embargoUntil)}.`)
  if (state !== 'withdrawn' && withdrawnAt !== null) sentences.push(`Will be withdrawn ${when(withdrawnAt)}.`)
  if (hasUnpublishedChanges && state === 'published') sentences.push('There are changes that readers do not see yet.')
  if (hasUnpublishedChanges && state === 'scheduled')
    sentences.push('There are changes that will not be published with it yet.')
  if (late)
    sentences.push(`It was ${late.event} ${lateWords(late.seconds)} late: the site was not running at its time.`)
  return sentences
}

function stateWords(
  { state, publishedAt, withdrawnAt, withdrawalReason }: StatusFields,
  when: (at: number) => string,
): string {
  switch (state) {
    case 'draft':
      return 'A draft. Only the desk sees it.'
    case 'in-review':
      return 'In review. Only the desk sees it.'
    case 'scheduled':
      return publishedAt === null ? 'Scheduled.' : `Publishes ${when(publishedAt)}.`
    case 'published':
      return publishedAt === null ? 'Published.' : `Published ${when(publishedAt)}.`
    case 'withdrawn': {
      const sentence = withdrawnAt === null ? 'Withdrawn.' : `Withdrawn ${when(withdrawnAt)}.`
      return withdrawalReason ? `${sentence} Readers are told: ${withdrawalReason}` : sentence
    }
  }
}

/** An instant with its time zone, and, unless it is more than a week ago, its distance from now. */
function instantWords(at: Date, { now, timeZone }: { now: Date; timeZone: string }): string {
  const isNear = Math.abs(at.getTime() - now.getTime()) < NEAR_MS
  return at > now || isNear ? `${spelledOut(at, timeZone)}, ${distance(now, at)}` : spelledOut(at, timeZone)
}
