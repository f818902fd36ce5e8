'use client'

import { useRef } from 'react'
import { Button } from '@/components/desk/button'
import { Input } from '@/components/desk/controls'
import type { AuthorLink } from '@/lib/article/article'
import styles from './paper.module.css'

const MOST_LINKS = 10

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
  const focus = (selector: string) => setTimeout(() => group.current?.querySelector<HTMLElement>(selector)?.focus())
  return (
    <fieldset ref={group} className={styles.links}>
      <legend>Links</legend>
      {links.map((link, at) => (
        <div key={link.key} className={styles.link}>
          <Input
            aria-label={`Name of link ${at + 1}`}
            placeholder="Mastodon"
            value={link.name}
            maxLength={100}
            onChange={({ target }) => change(at, { name: target.value })}
          />
          <Input
            aria-label={`Address of link ${at + 1}`}
            placeholder="https://"
            inputMode="url"
            value={link.url}
            maxLength={2000}
            onChange={({ target }) => change(at, { url: target.value })}
          />
          <Button
            look="quiet"
            aria-label={`Remove link ${at + 1}`}
            onClick={() => {
              onLinks(links.toSpliced(at, 1))
              focus('button:last-of-type')
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      {problem ? <p role="alert">{problem}</p> : null}
      {links.length < MOST_LINKS ? (
        <Button
          look="quiet"
          onClick={() => {
            onLinks([...links, { key: Math.max(-1, ...links.map(({ key }) => key)) + 1, name: '', url: '' }])
            focus('div:last-of-type input')
          }}
        >
          Add a link
        </Button>
      ) : null}
    </fieldset>
  )
}
