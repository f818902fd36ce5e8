import type { PictureEvent } from '@/lib/desk/pictures/picture-place'
import styles from './picture-page.module.css'

/** What became of the picture, the latest first. */
export function PictureHistory({ history, timeZone }: { history: PictureEvent[]; timeZone: string }) {
  const at = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  return (
    <section className={styles.part} aria-labelledby="history">
      <h2 id="history">What became of it</h2>
      {history.length ? (
        <ol className={styles.lines}>
          {history.map((event) => (
            <li key={event.id}>
              <span>
                <Told event={event} />
                <span className={styles.detail}>
                  {at.format(event.happenedAt)}, {event.by}
                </span>
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className={styles.detail}>It has not been used.</p>
      )}
    </section>
  )
}

function Told({ event: { kind, articleId, place, replacedById } }: { event: PictureEvent }) {
  const name = place || 'a story without a headline'
  const where = articleId === null ? name : <a href={`/admin/articles/${articleId}`}>{name}</a>
  switch (kind) {
    case 'planned':
      return <>Planned for {where}</>
    case 'published':
      return <>Published in {where}</>
    case 'removed':
      return <>Removed from {where}</>
    case 'replaced':
      return (
        <>
          Replaced in {where}
          {replacedById === null ? null : (
            <>
              {' '}
              by <a href={`/admin/pictures/${replacedById}`}>another picture</a>
            </>
          )}
        </>
      )
  }
}
