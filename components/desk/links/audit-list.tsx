import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import type { ArticleState } from '@/lib/article/article'
import type { LinkedStory } from '@/lib/desk/links/linked-story'
import type { LinkAudit } from '@/lib/desk/links/links-query'
import { nearInstant } from '@/lib/desk/near-instant'
import styles from './links.module.css'
import { LookForLinks } from './look-for-links'

interface Props {
  view: LinkAudit
  stories: LinkedStory[]
  now: Date
  timeZone: string
}

/** A list of stories about whose links something is to be done. */
export function AuditList({ view, stories, now, timeZone }: Props) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">Stories, the newest first, times in {timeZone}</caption>
      <thead>
        <tr>
          <th scope="col">Story</th>
          <th scope="col">Links</th>
          <th scope="col">
            <span className="visually-hidden">What can be done</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {stories.map((story) => (
          <tr key={story.id}>
            <th scope="row">
              <a href={`/admin/articles/${story.id}`} {...languageAttributes(story.language)}>
                {story.headline}
              </a>
              <span className={table.detail}>{nearInstant(new Date(story.publishedAt), { now, timeZone })}</span>
              {story.unseen.length ? <Unseen targets={story.unseen} /> : null}
            </th>
            <td className={styles.figures}>
              {counted(story.inbound)} here, {counted(story.outbound)} from here
            </td>
            <td className={table.actions}>
              <div className={table.buttons}>
                {view === 'orphans' ? <LookForLinks id={story.id} headline={story.headline} /> : null}
                <a
                  className={styles.way}
                  href={`/admin/links/${story.id}`}
                  aria-label={`Map of the links of: ${story.headline}`}
                >
                  Map
                </a>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const STATES: Record<ArticleState, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  scheduled: 'Scheduled',
  published: 'Published',
  withdrawn: 'Withdrawn',
}

/** What the story links to and readers do not have, each target once. */
function Unseen({ targets }: { targets: LinkedStory['unseen'] }) {
  const once = new Map(targets.map((target) => [target.id, target]))
  return (
    <ul className={styles.unseen}>
      {[...once.values()].map(({ id, headline, language, state }) => {
        const links = targets.filter((target) => target.id === id).length
        return (
          <li key={id}>
            {STATES[state]}:{' '}
            <a href={`/admin/articles/${id}`} {...languageAttributes(language)}>
              {headline || `story ${id}`}
            </a>
            {links > 1 ? ` (${counted(links)})` : null}
          </li>
        )
      })}
    </ul>
  )
}

function counted(links: number): string {
  return links === 1 ? '1 link' : `${links} links`
}
