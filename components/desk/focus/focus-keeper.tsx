'use client'

import { useEffect } from 'react'
import { keepFocus } from './keep-focus'
import { focusReloadedPage } from './reload-page'

/** Keeps the focus at the desk when what has it goes away. */
export function FocusKeeper() {
  useEffect(() => {
    focusReloadedPage()
    return keepFocus(document)
  }, [])
  return null
}
