import { isDeepStrictEqual } from 'node:util'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { visibilityAt } from '@/lib/article/visibility'
import type { OutboxEventName } from '@/lib/deliveries/outbox-event'

/**
 * The outbox event of a save at `now`, by what it changes for readers; null when it changes nothing for them. Setting
 * or removing an end changes nothing yet, and neither does a state that was due before.
 */
export function readerEvent({
  before,
  after,
  isCorrection,
  now,
}: {
  before: ArticleSnapshot
  after: ArticleSnapshot
  isCorrection: boolean
  now: Date
}): OutboxEventName | null {
  const was = visibilityAt(before, now) === 'public'
  const is = visibilityAt(after, now) === 'public'
  if (!was && !is) return null
  if (!was) return 'published'
  if (!is) return 'withdrawn'
  if (isCorrection) return 'corrected'
  return isDeepStrictEqual(shown(before), shown(after)) ? null : 'changed'
}

function shown({ state, withdrawnAt, withdrawalReason, ...words }: ArticleSnapshot) {
  return words
}
