'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Problems } from '@/components/desk/problems'
import type { Named } from '@/components/desk/room/session/room-choices'
import { useHydrated } from '@/components/desk/use-hydrated'
import type { Problem } from '@/lib/desk/refusal'
import { same } from '@/lib/merging/same'
import {
  type MenuItem,
  type MenuLink,
  type MenuOffer,
  type MenuPlace,
  type MenuTarget,
  menuKey,
} from '@/lib/paper/menu'
import { AddEntry } from './add-entry'
import { MenuList } from './menu-list'
import styles from './menus.module.css'

/** A menu as it is saved. */
export interface SavedMenu {
  items: MenuItem[]
  version: number
}

interface Props {
  place: MenuPlace
  title: string
  /** What readers see it as. */
  about: string
  saved: SavedMenu
  offers: MenuOffer[]
  topics: Named[]
  /** What the targets lead to, by menuKey. */
  links: Record<string, MenuLink>
}

/** One of the two menus: arranged here, then given to readers in one step. */
export function Menu({ place, title, about, saved: opened, offers, topics, links }: Props) {
  const isHydrated = useHydrated()
  const [saved, setSaved] = useState(opened)
  const [items, setItems] = useState(opened.items)
  const [note, setNote] = useState('')
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  const isChanged = !same(items, saved.items)
  const change = (next: MenuItem[], message: string) => {
    setItems(next)
    setNote(message)
  }
  const save = async (next: MenuItem[]) => {
    setBusy(true)
    setProblems([])
    const response = await deskRequest('PUT /api/desk/menus/[place]', {
      params: { place },
      input: { version: saved.version, items: next },
    })
    setBusy(false)
    if (response.ok) {
      setSaved(response.answer)
      setItems(response.answer.items)
      return setNote('Saved. Readers have it already.')
    }
    const { conflict } = response
    setProblems(
      conflict
        ? [{ field: '', message: `${conflict.savedBy} saved this menu meanwhile. Load the page again to see it.` }]
        : response.problems,
    )
  }
  const nameOf = (target: MenuTarget): string => {
    const known = links[menuKey(target)] ?? offers.find((offer) => menuKey(offer.target) === menuKey(target))
    if (known) return known.name
    if (target.kind === 'topic') return topics.find(({ id }) => id === target.id)?.name ?? `Topic ${target.id}`
    return target.kind === 'link' ? target.url : 'A page that readers do not have'
  }
  const missing = offers.filter(({ target }) => !items.some((item) => menuKey(item) === menuKey(target)))
  const add = (item: MenuItem) => {
    if (items.some((other) => menuKey(other) === menuKey(item))) return setNote('It stands in the menu already.')
    change([...items, item], `Added: ${item.label || nameOf(item)}.`)
  }
  return (
    <section className={styles.menu} aria-labelledby={`menu-${place}`}>
      <h2 id={`menu-${place}`} tabIndex={-1}>
        {title}
      </h2>
      <p className={styles.about}>{about}</p>
      <MenuList place={place} items={items} nameOf={nameOf} isLive={isHydrated} onItems={change} />
      <AddEntry title={title} offers={missing} topics={topics} onAdd={add} />
      <Problems problems={problems} />
      <div className={styles.save}>
        <Button look="main" busy={busy} disabled={!isChanged} onClick={() => save(items)}>
          Save the {title.toLowerCase()}
        </Button>
        {isChanged ? (
          <Button look="quiet" onClick={() => change(saved.items, 'As readers have it.')}>
            Undo the changes
          </Button>
        ) : null}
        {saved.version > 0 ? (
          <Button look="quiet" busy={busy} onClick={() => save([])}>
            Let the site make it
          </Button>
        ) : null}
        <span role="status">{note || (isChanged ? 'Not saved yet.' : '')}</span>
      </div>
    </section>
  )
}
