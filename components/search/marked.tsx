import { createElement, Fragment } from 'react'
import type { MarkedText } from '@/lib/search/marked-text'
import styles from './marked.module.css'

/** A text with what was found in it marked. */
export function Marked({ text }: { text: MarkedText }) {
  const parts = text.map((part) =>
    part.isFound ? createElement('mark', { className: styles.found }, part.text) : part.text,
  )
  return createElement(Fragment, null, ...parts)
}
