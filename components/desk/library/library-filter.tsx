import { Button } from '@/components/desk/button'
import { Field } from '@/components/desk/field'
import {
  isLibraryNarrowed,
  LIBRARY_RIGHTS,
  LIBRARY_STATES,
  type LibraryQuery,
  type LibraryRights,
  type LibraryState,
  libraryAddress,
  WHOLE_LIBRARY,
} from '@/lib/desk/pictures/library-query'
import { RIGHTS_CATEGORY_NAMES } from '@/lib/pictures/use-rights'
import styles from './library.module.css'

const STATE_NAMES: Record<LibraryState, string> = {
  unused: 'Unused',
  used: 'In use',
  'no-alt': 'Without alt text',
  'no-credit': 'Without credit or creator',
  mine: 'Added by me',
  bin: 'In the bin',
}

const RIGHTS_NAMES: Record<LibraryRights, string> = {
  none: 'Nobody has said',
  ending: 'May soon not be used',
  ...RIGHTS_CATEGORY_NAMES,
}

/** Narrows the library with a GET form, so that its address can be saved and shared. */
export function LibraryFilter({ query, credits }: { query: LibraryQuery; credits: string[] }) {
  return (
    <form className={styles.filter} action="/admin/pictures" aria-label="Filter pictures">
      <Field label="Search">
        <input type="search" name="q" defaultValue={query.words} autoComplete="off" />
      </Field>
      <Field label="Which">
        <select name="state" defaultValue={query.state ?? ''}>
          <option value="">All pictures</option>
          {LIBRARY_STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_NAMES[state]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Rights">
        <select name="rights" defaultValue={query.rights ?? ''}>
          <option value="">All rights</option>
          {LIBRARY_RIGHTS.map((rights) => (
            <option key={rights} value={rights}>
              {RIGHTS_NAMES[rights]}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Credit">
        <input name="credit" list="known-credits" defaultValue={query.credit} autoComplete="off" />
      </Field>
      <datalist id="known-credits">
        {credits.map((credit) => (
          <option key={credit} value={credit} />
        ))}
      </datalist>
      <Field label="Added from">
        <input type="date" name="from" defaultValue={query.from} />
      </Field>
      <Field label="To">
        <input type="date" name="to" defaultValue={query.to} />
      </Field>
      <div className={styles.choices}>
        <Button type="submit">Show</Button>
        {isLibraryNarrowed(query) ? (
          <a className={styles.clear} href={libraryAddress(WHOLE_LIBRARY)}>
            Show every picture
          </a>
        ) : null}
      </div>
    </form>
  )
}
