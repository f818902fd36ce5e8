import { kindName } from '@/lib/article/kind-name'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { type AskedSearch, askedSearchPath, type SearchFilter, withoutFilter } from '@/lib/search/asked-search'
import { dayInWords } from '@/lib/time/dates'
import styles from './chosen-filters.module.css'

interface Props {
  asked: AskedSearch
  /** What the slugs name; null for one that names nothing. */
  names: Partial<Record<'section' | 'topic' | 'author', string | null>>
  settings: SiteSettings
}

/** What a search is narrowed to, each with the address of the search without it. */
export function ChosenFilters({ asked, names, settings }: Props) {
  const chosen = (['section', 'topic', 'author', 'kind', 'from', 'until'] as const).filter((name) => asked[name])
  if (!chosen.length) return null
  return (
    <ul className={styles.chosen} aria-label="Narrowed to">
      {chosen.map((name) => {
        const words = filterWords(asked, { name, names, settings })
        return (
          <li key={name}>
            {words}{' '}
            <a href={askedSearchPath(withoutFilter(asked, name))} aria-label={`Remove ${words}`}>
              Remove
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function filterWords(
  asked: AskedSearch,
  { name, names, settings }: Pick<Props, 'names' | 'settings'> & { name: SearchFilter },
): string {
  switch (name) {
    case 'section':
    case 'topic':
    case 'author':
      return names[name] ?? `“${asked[name]}”, which is no ${name}`
    case 'kind':
      return asked.kind && kindName(asked.kind)
    case 'from':
      return `From ${dayInWords(asked.from, settings)}`
    case 'until':
      return `Until ${dayInWords(asked.until, settings)}`
  }
}
