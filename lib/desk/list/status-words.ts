import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { ListedArticle } from '@/lib/desk/list/listed-article'
import { comingInstant, nearInstant } from '@/lib/desk/near-instant'
import { distance, zoneName } from '@/lib/time/wall-clock'

/** Where an article stands, as the desk says it. */
export interface StatusWords {
  /** "Draft", "Publishes Tuesday 06:00 WET, in 3 h", "Published Monday 14:02" … */
  standing: string
  /** What more will happen to it, or waits in it; each a sentence without its full stop. */
  also: string[]
}

type Standing = Pick<ListedArticle, 'state' | 'publishedAt' | 'withdrawnAt' | 'hasUnpublishedChanges' | 'deletedAt'>

/** Where an article stands at `now`, with times by the clocks of `timeZone`, the zone named where it matters. */
export function statusWords(article: Standing, { now, timeZone }: { now: Date; timeZone: string }): StatusWords {
  const near = (instant: Date) => nearInstant(instant, { now, timeZone }).replace(/^(?=\d\d:)/, 'today ')
  const coming = (instant: Date) =>
    `${comingInstant(instant, { now, timeZone })} ${zoneName(instant, timeZone)}, ${distance(now, instant)}`
  const { state, publishedAt, withdrawnAt, hasUnpublishedChanges, deletedAt } = article
  const also: string[] = []
  if (withdrawnAt && withdrawnAt > now) also.push(`Withdraws ${coming(withdrawnAt)}`)
  if (hasUnpublishedChanges) also.push('Changes not brought out')
  if (deletedAt) {
    const end = new Date(deletedAt.getTime() + DELETED_KEPT_DAYS * 86_400_000)
    return { standing: `Deleted ${near(deletedAt)}`, also: [`Can be recovered until ${near(end)}`] }
  }
  switch (state) {
    case 'draft':
      return { standing: 'Draft', also }
    case 'in-review':
      return { standing: 'In review', also }
    case 'scheduled':
      return { standing: publishedAt ? `Publishes ${coming(publishedAt)}` : 'Scheduled', also }
    case 'published':
      return { standing: publishedAt ? `Published ${near(publishedAt)}` : 'Published', also }
    case 'withdrawn':
      return { standing: withdrawnAt ? `Withdrawn ${near(withdrawnAt)}` : 'Withdrawn', also }
  }
}
