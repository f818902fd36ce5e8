import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import type { MissedAddress } from '@/lib/addresses/missed-address'
import { readablePath } from '@/lib/addresses/paths'
import type { SuggestedTarget } from '@/lib/desk/addresses/suggested-target'
import { nearInstant } from '@/lib/desk/near-instant'
import { isoWithZone } from '@/lib/time/dates'
import styles from './addresses.module.css'
import { MissedActions } from './missed-actions'

interface Props {
  missed: { address: MissedAddress; suggestion: SuggestedTarget | null }[]
  now: Date
  timeZone: string
}

/** The addresses that readers requested and that were not found. */
export function MissedTable({ missed, now, timeZone }: Props) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Addresses that were asked for and not found, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Asked for</th>
          <th scope="col">Linked from</th>
          <th scope="col">May have meant</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {missed.map(({ address: { path, count, firstAt, lastAt, from }, suggestion }) => (
          <tr key={path}>
            <th className={styles.path} scope="row">
              {readablePath(path)}
            </th>
            <td className={styles.asked}>
              {count === 1 ? 'Once' : `${count.toLocaleString('en-GB')} times`}
              <span className={table.detail}>
                {count > 1 ? <>since {time(firstAt, now, timeZone)}, last </> : null}
                {time(lastAt, now, timeZone)}
              </span>
            </td>
            <td className={styles.from}>
              <span className={table.label}>Linked from </span>
              {from.length
                ? from.map((place) => (
                    <span key={place} className={styles.place}>
                      {place.startsWith('/') ? <a href={place}>{readablePath(place)}</a> : place}
                    </span>
                  ))
                : 'Nobody says'}
            </td>
            <td className={styles.meant}>
              <span className={table.label}>May have meant </span>
              {suggestion ? <Suggestion suggestion={suggestion} /> : 'Not known'}
            </td>
            <td className={table.actions}>
              <MissedActions path={path} suggestion={suggestion} timeZone={timeZone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Suggestion({ suggestion }: { suggestion: SuggestedTarget }) {
  if (suggestion.kind === 'list') return <a href={suggestion.path}>{suggestion.name}</a>
  const { headline, language, path } = suggestion.story
  return (
    <a href={path ?? undefined} {...languageAttributes(language)}>
      {headline}
    </a>
  )
}

function time(at: number, now: Date, timeZone: string) {
  const instant = new Date(at)
  return <time dateTime={isoWithZone(instant, timeZone)}>{nearInstant(instant, { now, timeZone })}</time>
}
