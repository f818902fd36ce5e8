'use client'

import { useRef } from 'react'
import { flushSync } from 'react-dom'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import { MAX_WEB_ADDRESS_LENGTH } from '@/lib/addresses/web-address'
import type { AuthorLink } from '@/lib/article/article'
import { MAX_LABEL_LENGTH } from '@/lib/desk/field-lengths'
import styles from './paper.module.css'

const MAX_LINKS = 10

/** A link while it is typed; the key tells it from the others. */
export type LinkRow = AuthorLink & { key: number }

interface Props {
  links: LinkRow[]
  onLinks: (links: LinkRow[]) => void
  problem: string | undefined
}

/** The pages of an author elsewhere, each with its name. */
export function AuthorLinks({ links, onLinks, problem }: Props) {
  const group = useRef<HTMLFieldSetElement>(null)
  const change = (at: number, part: Partial<AuthorLink>) =>
    onLinks(links.map((link, index) => (index === at ? { ...link, ...part } : link)))
  // On the page at once: a letter that is typed next belongs to the row that was just added.
  const changeRows = (rows: LinkRow[], focused: string) => {
    flushSync(() => onLinks(rows))
    group.current?.querySelector<HTMLElement>(focused)?.focus()
  }
  return (
    <fieldset ref={group} className={styles.links}>
      <legend>Links</legend>
      {links.map((link, at) => (
        <div key={link.key} className={styles.link}>
          <Input
            aria-label={`Name of link ${at + 1}`}
            placeholder="Mastodon"
            value={link.name}
            maxLength={MAX_LABEL_LENGTH}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Input
            aria-label={`Address of link ${at + 1}`}
            placeholder="https://"
            inputMode="url"
            value={link.url}
            maxLength={MAX_WEB_ADDRESS_LENGTH}
            onChange={({ target }) => change(at, { url: target.value })}
          />
          <Button
            look="quiet"
            aria-label={`Remove link ${at + 1}`}
            onClick={() => changeRows(links.toSpliced(at, 1), 'button:last-of-type')}
          >
            Remove
          </Button>
        </div>
      ))}
      {problem ? <p role="alert">{problem}</p> : null}
      {links.length < MAX_LINKS ? (
        <Button
          look="quiet"
          onClick={() => {
            const key = Math.max(-1, ...links.map((link) => link.key)) + 1
            changeRows([...links, { key, name: '', url: '' }], 'div:last-of-type input')
          }}
        >
          Add a link
        </Button>
      ) : null}
    </fieldset>
  )
}
