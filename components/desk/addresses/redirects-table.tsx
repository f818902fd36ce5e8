import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import { readablePath } from '@/lib/addresses/paths'
import type { ListedRedirect } from '@/lib/desk/addresses/listed-redirect'
import { nearInstant } from '@/lib/desk/near-instant'
import { visibleText } from '@/lib/text/visible-text'
import { isoWithZone } from '@/lib/time/dates'
import styles from './addresses.module.css'
import { RedirectActions } from './redirect-actions'

interface Props {
  redirects: ListedRedirect[]
  now: Date
  timeZone: string
}

/** The redirects, those added by hand and those that the site keeps. */
export function RedirectsTable({ redirects, now, timeZone }: Props) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Redirects, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Address</th>
          <th scope="col">Leads to</th>
          <th scope="col">Made</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {redirects.map((redirect) => (
          <tr key={redirect.from}>
            <th className={styles.path} scope="row">
              {readablePath(redirect.from)}
            </th>
            <td className={styles.meant}>
              <Target redirect={redirect} />
            </td>
            <td className={styles.asked}>
              <time dateTime={isoWithZone(redirect.madeAt, timeZone)}>
                {nearInstant(redirect.madeAt, { now, timeZone })}
              </time>
              <span className={table.detail}>{redirect.isKept ? 'by itself' : 'by hand'}</span>
            </td>
            <td className={table.actions}>
              <RedirectActions from={redirect.from} isKept={redirect.isKept} timeZone={timeZone} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Target({ redirect: { story, leadsTo } }: { redirect: ListedRedirect }) {
  if (!story) {
    return leadsTo === null ? <>Nothing: readers are told so.</> : <a href={leadsTo}>{readablePath(leadsTo)}</a>
  }
  const words = visibleText(story.headline) || 'A story without a headline'
  return (
    <>
      <a href={leadsTo ?? `/admin/articles/${story.id}`} {...languageAttributes(story.language)}>
        {words}
      </a>
      {story.state === 'withdrawn' ? (
        <span className={table.detail}>It was withdrawn: readers are told so.</span>
      ) : null}
      {leadsTo === null ? <span className={table.detail}>Leads there once the story is public.</span> : null}
    </>
  )
}
