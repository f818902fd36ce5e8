import { topicPath } from '@/lib/addresses/paths'
import type { Topic } from '@/lib/article/article'
import type { SiteSettings } from '@/lib/paper/site-settings'
import styles from './topics.module.css'

interface Props {
  topics: Topic[]
  settings: SiteSettings
}

/** In a `footer`, like what follows it. */
export function Topics({ topics, settings }: Props) {
  if (!topics.length) return null
  return (
    <footer>
      <nav className={styles.topics} aria-labelledby="topics-label" lang={settings.language}>
        <h2 id="topics-label">Topics</h2>
        <ul>
          {topics.map(({ id, slug, name }) => (
            <li key={id}>
              <a href={topicPath(slug)}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
}
