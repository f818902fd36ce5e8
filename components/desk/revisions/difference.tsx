import { languageAttributes } from '@/components/language-attributes'
import {
  type ElementDifference,
  isNoDifference,
  type PartDifference,
  type RevisionDifference,
} from '@/lib/revisions/revision-diff'
import type { WordRun } from '@/lib/revisions/word-difference'
import styles from './difference.module.css'

interface Props {
  difference: RevisionDifference
  /** BCP 47 tag of the story. */
  language: string
}

/** The differences of two versions: the changed fields, then the text. */
export function Difference({ difference, language }: Props) {
  const { fields, elements } = difference
  if (isNoDifference(difference)) return <p>The two versions say the same.</p>
  return (
    <>
      {fields.length ? (
        <dl className={styles.fields}>
          {fields.map((field) => (
            <div key={field.label}>
              <dt className={styles.label}>{field.label}</dt>
              <dd className={styles.value} {...languageAttributes(language)}>
                <PartWords part={field} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className={styles.text} {...languageAttributes(language)}>
        {stretches(elements).map((stretch) =>
          stretch.length > 2 && stretch.every(isUntouched) ? (
            <details key={stretch[0]?.id} className={styles.unchanged}>
              <summary lang="en" dir="ltr">
                {stretch.length} elements are unchanged
              </summary>
              {stretch.map((element) => (
                <Element key={element.id} element={element} />
              ))}
            </details>
          ) : (
            stretch.map((element) => <Element key={element.id} element={element} />)
          ),
        )}
      </div>
    </>
  )
}

const KIND_NAMES: Record<ElementDifference['kind'], string> = {
  same: '',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
}

function Element({ element }: { element: ElementDifference }) {
  const { name, kind, isMoved, parts } = element
  const said = [KIND_NAMES[kind], isMoved ? 'moved' : ''].filter(Boolean).join(' and ')
  const isPlain = name === 'Paragraph' && !said
  return (
    <div className={styles.element} data-fate={said ? kind : undefined}>
      {isPlain ? null : (
        <p className={styles.label} lang="en" dir="ltr">
          {said ? `${name}: ${said}` : name}
        </p>
      )}
      {toldParts(parts).map((part) => (
        <div key={part.label} className={styles.part}>
          {part.label ? (
            <span className={styles.partLabel} lang="en">
              {part.label}:{' '}
            </span>
          ) : null}
          <PartWords part={part} />
        </div>
      ))}
    </div>
  )
}

/** Apart from its text, the fields of an element are shown only where they changed. */
function toldParts(parts: PartDifference[]): PartDifference[] {
  const hasProse = parts.some(({ label }) => !label)
  return parts.filter(({ label, runs }) => !label || !hasProse || runs.some(({ kind }) => kind !== 'same'))
}

function PartWords({ part: { runs, isList } }: { part: PartDifference }) {
  if (!isList) return keyed(runs).map(([key, run]) => <Run key={key} run={run} />)
  return (
    <ul className={styles.things}>
      {keyed(runs).map(([key, run]) => (
        <li key={key}>
          <Run run={run} />
        </li>
      ))}
    </ul>
  )
}

/** Colour and underline show the change; screen readers get a word. */
function Run({ run: { kind, words } }: { run: WordRun }) {
  if (kind === 'same') return words
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={styles[kind]}>
      <span className="visually-hidden" lang="en">
        {` [${kind}: `}
      </span>
      {words}
      <span className="visually-hidden">{'] '}</span>
    </Mark>
  )
}

/** Runs have no id; the index is a stable key, because the list never changes. */
function keyed(runs: WordRun[]): [string, WordRun][] {
  return runs.map((run, place) => [`${place}`, run])
}

/** The elements in groups of changed and unchanged ones. */
function stretches(elements: ElementDifference[]): ElementDifference[][] {
  const found: ElementDifference[][] = []
  for (const element of elements) {
    const last = found.at(-1)
    if (last?.[0] && isUntouched(last[0]) === isUntouched(element)) last.push(element)
    else found.push([element])
  }
  return found
}

function isUntouched({ kind, isMoved }: ElementDifference): boolean {
  return kind === 'same' && !isMoved
}
