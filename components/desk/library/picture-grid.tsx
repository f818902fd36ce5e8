import type { LibraryPicture } from '@/lib/desk/pictures/library-picture'
import { isBlank } from '@/lib/text/visible-text'
import styles from './library.module.css'
import { pictureName, Thumbnail } from './thumbnail'

/** The pictures of the library, each a link to its own page. */
export function PictureGrid({ pictures }: { pictures: LibraryPicture[] }) {
  return (
    <ul className={styles.grid} aria-label="Pictures">
      {pictures.map((listed) => (
        <li key={listed.picture.id}>
          <a className={styles.tile} href={`/admin/pictures/${listed.picture.id}`}>
            <Thumbnail picture={listed.picture} />
            <PictureLine listed={listed} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What an editor must know of a picture at a glance: its name, its credit, where it stands, what is wrong. */
export function PictureLine({ listed }: { listed: LibraryPicture }) {
  const { picture, uses, verdict, fileName, deletedAt } = listed
  const credit = picture.credit || picture.rights.creator
  return (
    <>
      <span className={styles.name}>{pictureName(picture, fileName)}</span>
      <span className={styles.about}>{[credit || 'No credit', usesWords(uses)].join(' · ')}</span>
      {isBlank(picture.alt) ? <span className={styles.lacking}>No alt text</span> : null}
      {verdict.kind === 'blocked' ? <span className={styles.forbidden}>May not be used</span> : null}
      {verdict.kind === 'warned' ? <span className={styles.lacking}>{verdict.why}</span> : null}
      {deletedAt === null ? null : <span className={styles.lacking}>In the bin</span>}
    </>
  )
}

function usesWords(uses: number): string {
  if (uses === 0) return 'unused'
  return uses === 1 ? 'in 1 place' : `in ${uses} places`
}
