import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import { PageLinks } from '@/components/desk/list/page-links'
import type { MissedAddress } from '@/lib/addresses/missed-address'
import { type AddressesQuery, addressesAddress } from '@/lib/desk/addresses/addresses-query'
import type { ListedRedirect } from '@/lib/desk/addresses/listed-redirect'
import type { SuggestedTarget } from '@/lib/desk/addresses/suggested-target'
import type { Refused } from '@/lib/pages/query-threads'
import styles from './addresses.module.css'
import { MakeRedirects } from './make-redirects'
import { MissedTable } from './missed-table'
import { RedirectsTable } from './redirects-table'

interface Props {
  query: AddressesQuery
  missed: { address: MissedAddress; suggestion: SuggestedTarget | null }[]
  /** Of all pages, and how many pages there are. */
  missedTotal: number
  missedPages: number
  /** A page of redirects with the number of all, or why there is none now. */
  found: { redirects: ListedRedirect[]; total: number } | Refused
  redirectsPerPage: number
  now: Date
  timeZone: string
}

/** The addresses that were not found, and the redirects. */
export function Addresses({ query, missed, found, now, timeZone, ...counts }: Props) {
  const { redirects, total } = 'refused' in found ? { redirects: [], total: 0 } : found
  return (
    <>
      <h1>Addresses</h1>
      <section className={styles.part} aria-labelledby="missed">
        <div className={styles.head}>
          <h2 id="missed">Asked for and not found</h2>
          <p className={styles.count}>{addresses(counts.missedTotal)}</p>
        </div>
        <p className={styles.about}>
          Readers followed a link to these, and there was nothing. What scanners of other software ask for is left out.
        </p>
        {missed.length ? (
          <MissedTable missed={missed} now={now} timeZone={timeZone} />
        ) : (
          <p className={styles.none}>
            {counts.missedTotal ? 'The list does not go on this far.' : 'Nobody has missed anything.'}
          </p>
        )}
        <PageLinks
          name="Pages of missed addresses"
          page={query.missedPage}
          pages={counts.missedPages}
          address={(missedPage) => addressesAddress({ ...query, missedPage })}
        />
      </section>
      <section className={styles.part} aria-labelledby="redirects">
        <div className={styles.head}>
          <h2 id="redirects">Redirects</h2>
          <MakeRedirects timeZone={timeZone} />
        </div>
        <p className={styles.about}>
          A story leads its old addresses to itself; these are the others, made by hand or kept for a list that was
          renamed.
        </p>
        <form className={styles.search} action="/admin/addresses" aria-label="Search the redirects">
          <Field label="Search">
            <input type="search" name="q" defaultValue={query.words} autoComplete="off" />
          </Field>
          <Button type="submit">Show</Button>
          {query.words ? (
            <a className={styles.clear} href={addressesAddress({ ...query, words: '', page: 1 })}>
              Show all
            </a>
          ) : null}
        </form>
        {'refused' in found ? (
          <ListRefusal
            reason={found.refused}
            again={addressesAddress(query)}
            whole={{ words: 'Show all redirects', href: addressesAddress({ ...query, words: '', page: 1 }) }}
          />
        ) : redirects.length ? (
          <RedirectsTable redirects={redirects} now={now} timeZone={timeZone} />
        ) : (
          <p className={styles.none}>
            {total
              ? 'The list does not go on this far.'
              : query.words
                ? 'No redirect is like that.'
                : 'No address is redirected yet.'}
          </p>
        )}
        <PageLinks
          name="Pages of redirects"
          page={query.page}
          pages={Math.ceil(total / counts.redirectsPerPage)}
          address={(page) => addressesAddress({ ...query, page })}
        />
      </section>
    </>
  )
}

function addresses(count: number): string {
  return count === 1 ? '1 address' : `${count.toLocaleString('en-GB')} addresses`
}
