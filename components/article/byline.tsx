import { Fragment } from 'react'
import { authorPath } from '@/lib/addresses/paths'
import type { Byline } from '@/lib/article/article'
import styles from './byline.module.css'

export function BylineLine({ bylines }: { bylines: Byline[] }) {
  if (!bylines.length) return null
  return (
    <p className={styles.byline}>
      By{' '}
      {bylines.map(({ name, authorSlug }, place) => (
        <Fragment key={name}>
          {separator(place, bylines.length)}
          {authorSlug ? (
            <a href={authorPath(authorSlug)} rel="author">
              {name}
            </a>
          ) : (
            name
          )}
        </Fragment>
      ))}
    </p>
  )
}

function separator(place: number, count: number): string {
  if (place === 0) return ''
  return place === count - 1 ? ' and ' : ', '
}
