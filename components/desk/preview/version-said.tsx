import type { Said } from '@/lib/desk/version-review/said'
import { dateAndTime } from '@/lib/time/dates'

const WHAT: Record<Said['kind'], string> = {
  comment: 'You wrote',
  approval: 'You approved this version',
  refusal: 'You refused this version',
}

/** What somebody without an account has said about a version so far. */
export function VersionSaid({ said, timeZone }: { said: Said[]; timeZone: string }) {
  if (!said.length) return null
  return (
    <ul style={{ listStyle: 'none', margin: '0.75rem 0 0', padding: 0 }}>
      {said.map(({ kind, words, quote, writtenAt }) => (
        <li
          key={`${writtenAt} ${kind} ${words}`}
          style={{ padding: '0.5rem 0', borderBlockEnd: '1px solid var(--hairline)' }}
        >
          <p style={{ color: 'var(--ink-soft)', fontSize: '0.875rem' }}>
            {WHAT[kind]}, {dateAndTime(new Date(writtenAt), { language: 'en', timeZone })}
          </p>
          {quote ? <p style={{ fontStyle: 'italic' }}>“{quote}”</p> : null}
          <p style={{ whiteSpace: 'pre-line' }}>{words}</p>
        </li>
      ))}
    </ul>
  )
}
