import type { CSSProperties, ReactNode } from 'react'

/** Not in a file of styles, for the reason given at the line above a preview (preview-line.tsx). */
const PAGE: CSSProperties = { maxInlineSize: '34rem', marginInline: 'auto', padding: '4rem 1.25rem' }

/** Shown for a preview link that has expired or was revoked. */
export function PreviewEnded({ children }: { children: ReactNode }) {
  return (
    <main style={PAGE} lang="en" dir="ltr">
      <h1>There is no preview here</h1>
      <p style={{ marginBlockStart: '1rem' }}>{children}</p>
    </main>
  )
}
