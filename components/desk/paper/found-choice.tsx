import { Input } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import styles from './paper.module.css'

interface Found {
  id: number
  name: string
  path: string
}

interface Props<Row extends Found> {
  label: string
  hint?: string
  words: string
  /** What the words find; the one that was chosen stays among them. */
  offered: Row[]
  chosen: Row | null
  /** In place of the choices, when the words find nothing. */
  none: string
  onSearch: (words: string) => void
  onChoose: (row: Row) => void
}

/** Finds things with a name by words, and one of them is chosen. */
export function FoundChoice<Row extends Found>(props: Props<Row>) {
  const { label, hint, words, offered, chosen, none, onSearch, onChoose } = props
  const shown = chosen && !offered.some(({ id }) => id === chosen.id) ? [chosen, ...offered] : offered
  return (
    <>
      <Field label={label} {...(hint !== undefined && { hint })}>
        <Input type="search" value={words} autoComplete="off" onChange={({ target }) => onSearch(target.value)} />
      </Field>
      <fieldset className={styles.offered}>
        <legend className="visually-hidden">Which one stays</legend>
        {shown.map((row) => (
          <label key={row.id}>
            <Input type="radio" name="into" checked={chosen?.id === row.id} onChange={() => onChoose(row)} />
            <span>
              {row.name} <span className={styles.path}>{row.path}</span>
            </span>
          </label>
        ))}
        {shown.length ? null : <p>{none}</p>}
      </fieldset>
    </>
  )
}
