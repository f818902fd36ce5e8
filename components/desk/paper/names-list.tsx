'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { Field } from '@/components/desk/field'
import { Problems } from '@/components/desk/problems'
import styles from './paper.module.css'
import type { Names } from './use-names'

interface Props<Item> {
  /** The words for one and for several of them. */
  one: string
  several: string
  names: Names<Item>
  /** The names that are shown, as a table. */
  children: ReactNode
}

/** Names of one kind, which can be narrowed by words and continued. */
export function NamesList<Item>({ one, several, names, children }: Props<Item>) {
  return (
    <>
      <div className={styles.search}>
        <Field label={`Find ${several}`}>
          <Input
            type="search"
            value={names.words}
            autoComplete="off"
            onChange={({ target }) => names.search(target.value)}
          />
        </Field>
      </div>
      <p className={styles.note} role="status">
        {names.note}
      </p>
      <Problems problems={names.problems} />
      {names.items.length ? (
        children
      ) : (
        <p className={styles.none}>
          {names.words ? `No ${one} has “${names.words}” in its name.` : `There is no ${one} yet.`}
        </p>
      )}
      {names.items.length < names.total ? (
        <Button onClick={() => names.more()}>
          Show more of the {names.total.toLocaleString('en-GB')} {several}
        </Button>
      ) : null}
    </>
  )
}
