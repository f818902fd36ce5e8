import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { deskQuery } from '@/app/_desk/desk-query'
import { requireEditor } from '@/app/_desk/editor'
import { store } from '@/app/store'
import { DeskFrame } from '@/components/desk/frame'
import { ListRefusal } from '@/components/desk/list/list-refusal'
import styles from '@/components/desk/log/log.module.css'
import { LogFilter } from '@/components/desk/log/log-filter'
import { LogTable } from '@/components/desk/log/log-table'
import { loggedActions, loggedPeople } from '@/db/audit/entries'
import { logSearch } from '@/db/audit/export'
import { siteSettings } from '@/db/paper/site'
import { can } from '@/lib/accounts/permissions'
import { EXPORT_FORMATS } from '@/lib/audit/log-export'
import { logAddress, logParameters, parseLogQuery } from '@/lib/audit/log-query'
import { listedEntry } from '@/lib/desk/audit/listed-entry'

export const metadata: Metadata = { title: 'Log' }

const LISTED_AT_ONCE = 100
const FORMAT_NAMES = { csv: 'CSV', jsonl: 'JSON lines' }

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Everything that people, programs and the site have done. */
export default async function LogPage({ searchParams }: Props) {
  const query = parseLogQuery(await searchParams)
  const editor = await requireEditor(logAddress(query))
  if (!can(editor, 'see log')) forbidden()
  const db = await store()
  const { timeZone } = (await siteSettings(db)).value
  const found = await deskQuery('log', {
    search: logSearch(query, timeZone),
    before: query.before,
    limit: LISTED_AT_ONCE + 1,
  })
  const entries = 'refused' in found ? [] : found.slice(0, LISTED_AT_ONCE)
  const last = entries.at(-1)
  return (
    <DeskFrame editor={editor} current="log">
      <div className={styles.head}>
        <h1>Log</h1>
        <p className={styles.exports}>
          {EXPORT_FORMATS.map((format) => (
            <a
              key={format}
              href={`/api/desk/log/export?${new URLSearchParams({ format })}&${logParameters(query)}`}
              download
            >
              Save as {FORMAT_NAMES[format]}
            </a>
          ))}
        </p>
      </div>
      <LogFilter query={query} people={await loggedPeople(db)} actions={await loggedActions(db)} />
      {'refused' in found ? (
        <ListRefusal
          reason={found.refused}
          again={logAddress(query)}
          whole={{ words: 'Show the whole log', href: '/admin/log' }}
        />
      ) : entries.length ? (
        <LogTable entries={entries.map((entry) => listedEntry(entry, timeZone))} />
      ) : (
        <p className={styles.none}>Nothing in the log matches.</p>
      )}
      {last && !('refused' in found) && found.length > entries.length ? (
        <p className={styles.older}>
          <a className={styles.link} href={logAddress({ ...query, before: last.id })}>
            Older entries →
          </a>
        </p>
      ) : null}
    </DeskFrame>
  )
}
