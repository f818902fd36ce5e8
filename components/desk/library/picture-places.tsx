import type { PicturePlace } from '@/lib/desk/pictures/picture-place'
import styles from './picture-page.module.css'

const STATES: Record<PicturePlace['state'], string> = {
  planned: 'planned',
  published: 'readers see it',
  withdrawn: 'withdrawn',
  deleted: 'deleted, can be recovered',
}

interface Props {
  places: PicturePlace[]
  /** In how many places it stands, those that are not listed included. */
  uses: number
}

/** Where the picture stands, each place with the way there. */
export function PicturePlaces({ places, uses }: Props) {
  const more = uses - places.length
  return (
    <section className={styles.part} aria-labelledby="places">
      <h2 id="places">Where it stands</h2>
      {uses ? (
        <ul className={styles.lines}>
          {places.map((place) => (
            <li key={`${place.kind} ${place.id} ${place.name} ${place.state}`}>
              <span>
                <PlaceLink place={place} />
                <span className={styles.detail}>{STATES[place.state]}</span>
              </span>
            </li>
          ))}
          {more > 0 ? (
            <li className={styles.detail}>
              {places.length ? 'and ' : ''}
              {more} {more === 1 ? 'place' : 'places'} not listed here
            </li>
          ) : null}
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
