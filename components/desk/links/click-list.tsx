import type { ReactNode } from 'react'
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
          <ClickTable
            caption="By their place"
            of="Link"
            total={clicks.total}
            rows={clicks.places.map(({ block, place, item, clicks: count }) => ({
              key: `${block} ${place} ${item}`,
              name: placeWords(block, place, item),
              count,
            }))}
          />
          <ClickTable
            caption="In which stories"
            of="Story"
            total={clicks.total}
            rows={clicks.stories.map(({ id, headline, language, clicks: count }) => ({
              key: String(id),
              name: (
                <a href={`/admin/links/${id}`} {...languageAttributes(language)}>
                  {headline}
                </a>
              ),
              count,
            }))}
          />
        </div>
      ) : (
        <p className={styles.none}>No link was followed in these days.</p>
      )}
    </>
  )
}

interface ClickTableProps {
  caption: string
  /** What the rows are. */
  of: string
  /** The clicks of all rows together, of which each has a share. */
  total: number
  rows: { key: string; name: ReactNode; count: number }[]
}

function ClickTable({ caption, of, total, rows }: ClickTableProps) {
  return (
    <section>
      <table className={table.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col" className={styles.number}>
              Followed
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, count }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className={styles.number}>{counted(count, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
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
