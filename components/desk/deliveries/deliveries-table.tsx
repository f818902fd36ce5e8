import { SendAgain } from '@/components/desk/deliveries/send-again'
import table from '@/components/desk/table.module.css'
import type { ListedDelivery } from '@/lib/desk/deliveries/listed-delivery'
import { nearInstant } from '@/lib/desk/near-instant'
import { isoWithZone } from '@/lib/time/dates'
import styles from './deliveries.module.css'

interface Props {
  deliveries: ListedDelivery[]
  /** Whether the editor may send them again. */
  canChange: boolean
  now: Date
  timeZone: string
}

/** Deliveries with their responses. */
export function DeliveriesTable({ deliveries, canChange, now, timeZone }: Props) {
  if (!deliveries.length) return <p className={styles.none}>Nothing has been sent yet.</p>
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Deliveries, newest first, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">About</th>
          <th scope="col">To</th>
          <th scope="col">When</th>
          <th scope="col">Answer</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <th scope="row" className={styles.about}>
              {delivery.about.map(({ words, articleId }) => (
                <span key={words} className={styles.line}>
                  {articleId === null ? words : <a href={`/admin/articles/${articleId}`}>{words}</a>}
                </span>
              ))}
            </th>
            <td>{delivery.to}</td>
            <td>
              <time dateTime={isoWithZone(delivery.createdAt, timeZone)}>
                {nearInstant(delivery.createdAt, { now, timeZone })}
              </time>
            </td>
            <td className={styles.answer}>
              <span className={STATE_STYLE[delivery.state]}>{stateWords(delivery)}</span>
              {delivery.answer ? <span className={table.detail}>{delivery.answer}</span> : null}
            </td>
            <td className={`${table.actions} ${table.corner}`}>
              {canChange && delivery.state !== 'through' && delivery.next !== 'now' ? (
                <SendAgain id={delivery.id} of={`${delivery.about[0]?.words ?? ''}, to ${delivery.to}`} />
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const STATE_STYLE = { through: styles.through, waiting: styles.waiting, 'given up': styles.trouble }

function stateWords({ state, attempts, next }: ListedDelivery): string {
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`
  if (state === 'through') return attempts > 1 ? `Taken after ${tries}` : 'Taken'
  if (state === 'given up') return attempts === 0 ? 'Given up' : `Given up after ${tries}`
  return attempts === 0 ? 'Waits to be sent' : `${tries}, next ${next}`
}
