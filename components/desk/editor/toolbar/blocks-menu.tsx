'use client'

import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { isCompositionKey } from '@/components/composition-key'
import styles from './blocks-menu.module.css'
import toolbar from './toolbar.module.css'

/** An entry of the menu; `isChosen` is undefined for one that is no choice between kinds. */
export interface MenuEntry {
  name: string
  /** The keys that do the same; "Mod" stands for Ctrl, or Command on a Mac. */
  keys?: string
  isChosen?: boolean
  /** Whether it is a button of the toolbar, too, where that is wide enough. */
  isInBar?: boolean
  onChoose: () => void
}

interface Props {
  /** In groups, with a line between them. */
  groups: MenuEntry[][]
  tabIndex: number
  /** Called when the menu is left without a choice by Escape. */
  onLeave: () => void
}

/** How far the menu stays from the edge of the window, and how high it is at least, where it is scrolled to. */
const EDGE_PX = 16
const LEAST_PX = 260

/** One menu for everything that stands between paragraphs (ARIA menu button pattern). */
export function BlocksMenu({ groups, tabIndex, onLeave }: Props) {
  const [isOpen, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    if (!isOpen || !menu.current || !button.current) return
    const room = window.innerHeight - button.current.getBoundingClientRect().bottom - EDGE_PX
    menu.current.style.maxBlockSize = `${Math.max(room, LEAST_PX)}px`
    items(menu.current)[0]?.focus()
  }, [isOpen])

  function onKeyDown(event: KeyboardEvent): void {
    if (isCompositionKey(event.nativeEvent)) return
    const all = items(menu.current)
    const index = all.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: all.length - 1 }[event.key]
    if (event.key === 'Escape') {
      setOpen(false)
      onLeave()
    } else if (event.key === 'Tab') setOpen(false)
    else if (next !== undefined) all.at(next % all.length)?.focus()
    else if (/^\p{L}$/u.test(event.key)) beginningWith(event.key, [...all.slice(index + 1), ...all])?.focus()
    else return
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles.holder}
      role="none"
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        className={toolbar.press}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}menu` : undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        Blocks<span aria-hidden="true"> ▾</span>
      </button>
      {isOpen ? (
        <div
          ref={menu}
          className={styles.menu}
          id={`${id}menu`}
          role="menu"
          aria-label="Blocks"
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {groups.map((entries, group) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups have no names, and their order is fixed
            <fieldset key={group} className={styles.group}>
              {entries.map(({ name, keys, isChosen, isInBar, onChoose }) => (
                <button
                  key={name}
                  type="button"
                  className={isInBar ? styles.inBar : styles.entry}
                  tabIndex={-1}
                  aria-keyshortcuts={keys?.replaceAll('Mod', 'Control')}
                  {...(isChosen === undefined
                    ? { role: 'menuitem' }
                    : { role: 'menuitemradio', 'aria-checked': isChosen })}
                  onClick={() => {
                    setOpen(false)
                    onChoose()
                  }}
                >
                  <span>{name}</span>
                  {keys ? (
                    <span className={styles.keys} aria-hidden="true">
                      {keys.replace('Mod', modName())}
                    </span>
                  ) : null}
                </button>
              ))}
            </fieldset>
          ))}
        </div>
      ) : null}
    </div>
  )
}

function items(menu: HTMLElement | null): HTMLButtonElement[] {
  return [...(menu?.querySelectorAll('button') ?? [])].filter((one) => one.getClientRects().length > 0)
}

function beginningWith(letter: string, all: HTMLButtonElement[]): HTMLButtonElement | undefined {
  return all.find(({ textContent }) => textContent?.toLowerCase().startsWith(letter.toLowerCase()))
}

function modName(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl'
}
