import { LINK_VIEWS, type LinkView, linksAddress } from '@/lib/desk/links/links-query'
import styles from './links.module.css'

const NAMES: Record<LinkView, string> = {
  proposals: 'Proposals',
  placed: 'Placed',
  orphans: 'Orphans',
  'dead-ends': 'Dead ends',
  unseen: 'Lead nowhere',
  crowded: 'Many links',
  outside: 'Other sites',
  clicks: 'Followed',
}

/** The parts of the link desk, with how much each has; a count that is left out is not shown. */
export function LinkTabs({ current, counts }: { current: LinkView; counts: Partial<Record<LinkView, number>> }) {
  return (
    <nav aria-label="Parts of the link desk">
      <ul className={styles.tabs}>
        {LINK_VIEWS.map((view) => {
          const count = counts[view]
          return (
            <li key={view}>
              <a
                className={styles.tab}
                href={linksAddress({ view })}
                aria-current={view === current ? 'page' : undefined}
              >
                {NAMES[view]}
                {count === undefined ? null : <span className={styles.count}> {count.toLocaleString('en-GB')}</span>}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
