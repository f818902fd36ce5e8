'use client'

import styles from './notes.module.css'
import type { MentionMenuState } from './use-mention-menu'

/** The names that are offered below a comment. */
export function MentionMenu({ menu: { id, offered, chosen, choose, optionId } }: { menu: MentionMenuState }) {
  if (!offered.length) return null
  return (
    <div className={styles.menu} id={id} role="listbox" aria-label="People">
      {offered.map((person) => (
        <div
          key={person.id}
          id={optionId(person)}
          role="option"
          tabIndex={-1}
          aria-selected={person === chosen}
          // Before the field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            choose(person)
          }}
        >
          {person.name}
        </div>
      ))}
    </div>
  )
}
