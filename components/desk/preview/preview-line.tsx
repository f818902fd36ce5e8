import type { CSSProperties } from 'react'

/** Not in a file of styles: the framework would bundle it with those of the article, and readers would get it. */
const LINE: CSSProperties = {
  margin: 0,
  padding: '0.375rem 1rem',
  background: 'var(--ink)',
  color: 'var(--paper)',
  font: '600 0.8125rem / 1.4 var(--sans)',
  textAlign: 'center',
}

/** The line above a preview, which readers do not get. */
export function PreviewLine({ words }: { words: string }) {
  return (
    <aside style={LINE} lang="en" dir="ltr" aria-label="About this preview">
      {words}
    </aside>
  )
}
