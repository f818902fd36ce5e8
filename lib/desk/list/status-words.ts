import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import { comingInstant, nearInstant } from '@/lib/desk/near-instant'
import { DAY_MS } from '@/lib/time/durations'
import { distance, zoneName } from '@/lib/time/wall-clock'

/** The status of an article in words. */
export interface StatusWords {
  /** "Draft", "Publishes Tuesday 06:00 WET, in 3 h", "Published Monday 14:02" … */
  status: string
  /** A coming withdrawal and unpublished changes; each a sentence without its full stop. */
  also: string[]
}

type StatusFields = Pick<ListedArticle, 'state' | 'publishedAt' | 'withdrawnAt' | 'hasUnpublishedChanges' | 'deletedAt'>

/** The status of an article at `now`, with times by the clocks of `timeZone`; the zone is named for times to come. */
export function statusWords(article: StatusFields, { now, timeZone }: { now: Date; timeZone: string }): StatusWords {
  const near = (instant: Date) => nearInstant(instant, { now, timeZone }).replace(/^(?=\d\d:)/, 'today ')
  const coming = (instant: Date) =>
    `${comingInstant(instant, { now, timeZone })} ${zoneName(instant, timeZone)}, ${distance(now, instant)}`
  const { state, publishedAt, withdrawnAt, hasUnpublishedChanges, deletedAt } = article
  const also: string[] = []
  if (withdrawnAt && withdrawnAt > now) also.push(`Withdraws ${coming(withdrawnAt)}`)
  if (hasUnpublishedChanges) also.push('Unpublished changes')
  if (deletedAt) {
    const end = new Date(deletedAt.getTime() + DELETED_KEPT_DAYS * DAY_MS)
    return { status: `Deleted ${near(deletedAt)}`, also: [`Can be recovered until ${near(end)}`] }
  }
  switch (state) {
    case 'draft':
      return { status: 'Draft', also }
    case 'in-review':
      return { status: 'In review', also }
    case 'scheduled':
      return { status: publishedAt ? `Publishes ${coming(publishedAt)}` : 'Scheduled', also }
    case 'published':
      return { status: publishedAt ? `Published ${near(publishedAt)}` : 'Published', also }
    case 'withdrawn':
      return { status: withdrawnAt ? `Withdrawn ${near(withdrawnAt)}` : 'Withdrawn', also }
  }
}
