'use client'

import { useEffect } from 'react'

const CHANGED = 'broadsheet-list-changed'

/** Loads the list anew after something was done to its stories; whoever did it goes on from the list. */
export function reloadList(): void {
  sessionStorage.setItem(CHANGED, 'yes')
  location.reload()
}

/** Puts the focus into a list that was loaded anew: a page that begins has it nowhere. */
export function FocusChangedList() {
  useEffect(() => {
    if (sessionStorage.getItem(CHANGED) === null) return
    sessionStorage.removeItem(CHANGED)
    document.getElementById('main')?.focus()
  }, [])
  return null
}
