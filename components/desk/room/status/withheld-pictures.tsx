'use client'

import { useArticle } from '@/components/desk/room/session/session-context'
import styles from './scheduled-changes.module.css'

/** Pictures of the text that readers do not get with a story that goes out by time, because they were barred meanwhile. */
export function WithheldPictures() {
  const withheld = useArticle((story) => story.withheld)
  const isScheduled = useArticle(({ state }) => state === 'scheduled')
  if (!withheld.length) return null
  return (
    <section className={styles.choice} aria-label="Pictures that do not go out">
      <p>
        {isScheduled ? 'The story will go out without' : 'Readers have the story without'}{' '}
        {withheld.length === 1 ? 'this picture' : 'these pictures'}. Choose another one, or change when it may be used.
      </p>
      <ul>
        {withheld.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
    </section>
  )
}
