'use client'

import { useEffect } from 'react'
import { keepFocus } from './keep-focus'

/** Keeps the focus at the desk when what has it goes away. */
export function FocusKeeper() {
  useEffect(() => keepFocus(document), [])
  return null
}
