import { nearInstant } from '@/lib/desk/near-instant'
import { LEAST_EXAMPLES } from '@/lib/linking/related/learned-links'
import { isoWithZone } from '@/lib/time/dates'
import styles from './distribution-form.module.css'

interface Props {
  /** When the site learned last, and from how many stories; null before the first time. */
  last: { examples: number; learnedAt: Date; isUsed: boolean } | null
  now: Date
  timeZone: string
}

/** How the site ranks related stories, and what the paper's own links taught it. */
export function LearnedOrder({ last, now, timeZone }: Props) {
  if (!last || last.examples < LEAST_EXAMPLES) {
    return (
      <p className={styles.hint}>
        Related stories stand in an order that suits most papers. Once {LEAST_EXAMPLES} stories link to others, the site
        learns from them which links this paper chooses.{last && ` It has found ${last.examples} so far.`}
      </p>
    )
  }
  const { examples, isUsed, learnedAt } = last
  const at = <time dateTime={isoWithZone(learnedAt, timeZone)}>{nearInstant(learnedAt, { now, timeZone })}</time>
  return (
    <p className={styles.hint}>
      {isUsed
        ? `Related stories stand in an order that was learned from ${examples} stories of this paper and their links, last `
        : `Related stories stand in an order that suits most papers. The links of ${examples} stories of this paper gave no better one, last looked at `}
      {at}. The site looks once a day.
    </p>
  )
}
