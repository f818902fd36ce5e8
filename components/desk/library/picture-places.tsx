import type { PicturePlace } from '@/lib/desk/pictures/picture-place'
import styles from './picture-page.module.css'

const STATES: Record<PicturePlace['state'], string> = {
  planned: 'planned',
  published: 'readers see it',
  withdrawn: 'withdrawn',
  deleted: 'deleted, can be recovered',
}

/** Where the picture stands, each place with the way there. */
export function PicturePlaces({ places }: { places: PicturePlace[] }) {
  return (
    <section className={styles.part} aria-labelledby="places">
      <h2 id="places">Where it stands</h2>
      {places.length ? (
        <ul className={styles.lines}>
          {places.map((place) => (
            <li key={`${place.kind} ${place.id} ${place.name} ${place.state}`}>
              <span>
                <PlaceLink place={place} />
                <span className={styles.detail}>{STATES[place.state]}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.detail}>Nowhere.</p>
      )}
    </section>
  )
}

function PlaceLink({ place: { kind, id, name } }: { place: PicturePlace }) {
  switch (kind) {
    case 'story':
      return <a href={`/admin/articles/${id}`}>{name || 'A story without a headline'}</a>
    case 'front':
      return <a href={id ? `/admin/front?section=${id}` : '/admin/front'}>{name}</a>
    case 'author':
      return <>{name}, portrait</>
    case 'page':
      return <>{name}, standing page</>
  }
}
