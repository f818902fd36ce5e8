import table from '@/components/desk/table.module.css'
import { languageAttributes } from '@/components/language-attributes'
import type { Clicks } from '@/lib/desk/links/clicks'
import { CLICK_DAYS, linksAddress } from '@/lib/desk/links/links-query'
import styles from './links.module.css'

/** Which links between paragraphs readers follow: by their place, and in which stories. */
export function ClickList({ days, clicks }: { days: number; clicks: Clicks }) {
  return (
    <>
      <ul className={styles.ways}>
        {CLICK_DAYS.map((count) => (
          <li key={count}>
            <a href={linksAddress({ view: 'clicks', days: count })} aria-current={count === days ? 'true' : undefined}>
              {count} days
            </a>
          </li>
        ))}
      </ul>
      {clicks.total ? (
        <div className={styles.sides}>
          <section>
            <table className={table.table}>
              <caption>By their place</caption>
              <thead>
                <tr>
                  <th scope="col">Link</th>
                  <th scope="col" className={styles.number}>
                    Followed
                  </th>
                </tr>
              </thead>
              <tbody>
                {clicks.places.map(({ block, place, item, clicks: count }) => (
                  <tr key={`${block} ${place} ${item}`}>
                    <th scope="row">{placeWords(block, place, item)}</th>
                    <td className={styles.number}>{counted(count, clicks.total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section>
            <table className={table.table}>
              <caption>In which stories</caption>
              <thead>
                <tr>
                  <th scope="col">Story</th>
                  <th scope="col" className={styles.number}>
                    Followed
                  </th>
                </tr>
              </thead>
              <tbody>
                {clicks.stories.map(({ id, headline, language, clicks: count }) => (
                  <tr key={id}>
                    <th scope="row">
                      <a href={`/admin/links/${id}`} {...languageAttributes(language)}>
                        {headline}
                      </a>
                    </th>
                    <td className={styles.number}>{counted(count, clicks.total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      ) : (
        <p className={styles.none}>No link was followed in these days.</p>
      )}
    </>
  )
}

const BLOCK_NAMES = { 'also-read': 'Also read', 'related-news': 'Related news' } as const

function placeWords(block: keyof typeof BLOCK_NAMES, place: number, item: number): string {
  const isList = block === 'related-news'
  return `${BLOCK_NAMES[block]}, block ${place} of the story${isList ? `, link ${item}` : ''}`
}

function counted(count: number, total: number): string {
  return `${count.toLocaleString('en-GB')} (${Math.round((100 * count) / total)} %)`
}
