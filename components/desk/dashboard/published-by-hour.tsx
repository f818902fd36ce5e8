import type { PublishedInHour } from '@/lib/desk/dashboard/dashboard'
import { DEFAULT_LIST_QUERY, listAddress } from '@/lib/desk/list/list-query'
import styles from './dashboard.module.css'

const WIDTH = 480
const HEIGHT = 120
const GAP = 3

/** How many stories were published in each of the last 24 hours, as bars that lead to their stories. */
export function PublishedByHour({ hours }: { hours: PublishedInHour[] }) {
  const total = hours.reduce((sum, { count }) => sum + count, 0)
  const most = Math.max(1, ...hours.map(({ count }) => count))
  const step = WIDTH / hours.length
  return (
    <section className={styles.chart} aria-labelledby="by-hour">
      <h2 id="by-hour">Published in the last 24 hours</h2>
      <p className={styles.facts}>{sentence(hours, total)}</p>
      {total ? (
        <svg className={styles.bars} viewBox={`0 0 ${WIDTH} ${HEIGHT + 18}`}>
          <title>{sentence(hours, total)}</title>
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.axis} />
          {hours.map(({ hour, count }, index) => {
            const height = (count / most) * (HEIGHT - 14)
            const at = Number(hour.slice(11))
            return (
              <g key={hour}>
                {count ? (
                  <a
                    className={styles.link}
                    href={listAddress({ ...DEFAULT_LIST_QUERY, state: 'published', hour })}
                    aria-label={`${count} published from ${at}:00 to ${at + 1}:00`}
                  >
                    <rect
                      className={styles.bar}
                      x={index * step + GAP / 2}
                      y={HEIGHT - height}
                      width={step - GAP}
                      height={height}
                    />
                    <text className={styles.value} x={(index + 0.5) * step} y={HEIGHT - height - 3}>
                      {count}
                    </text>
                  </a>
                ) : null}
                {at % 6 === 0 ? (
                  <text className={styles.label} x={(index + 0.5) * step} y={HEIGHT + 14}>
                    {String(at).padStart(2, '0')}
                  </text>
                ) : null}
              </g>
            )
          })}
        </svg>
      ) : null}
    </section>
  )
}

/** The picture in words. */
function sentence(hours: PublishedInHour[], total: number): string {
  if (total === 0) return 'Nothing was published.'
  const busiest = hours.reduce((best, hour) => (hour.count > best.count ? hour : best))
  const at = Number(busiest.hour.slice(11))
  const stories = total === 1 ? '1 story' : `${total.toLocaleString('en-GB')} stories`
  return total === 1
    ? `${stories}, after ${at}:00.`
    : `${stories}; most, ${busiest.count}, from ${at}:00 to ${at + 1}:00.`
}
