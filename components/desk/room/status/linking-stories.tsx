'use client'

import { useEffect, useState } from 'react'
import { deskRequest } from '@/components/desk/desk-request'
import styles from '@/components/desk/room/actions/dialogs/dialogs.module.css'
import { useSession } from '@/components/desk/room/session/session-context'

interface Linking {
  id: number
  headline: string
}

/** The stories that link to this one, each to be opened beside it. */
export function LinkingStories({ none, some }: { none: string; some: string }) {
  const room = useSession()
  const [stories, setStories] = useState<Linking[] | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let wanted = true
    const path = `/api/desk/articles/${room.id}/linking`
    void deskRequest<{ stories: Linking[] }>('GET', path).then((told) => {
      if (!wanted) return
      if (told.ok) setStories(told.answer.stories)
      else setFailed(true)
    })
    return () => {
      wanted = false
    }
  }, [room])
  if (failed) return <p>It could not be asked which stories link here.</p>
  if (!stories) return <p>Asking which stories link here …</p>
  if (!stories.length) return <p>{none}</p>
  return (
    <div>
      <p>{some}</p>
      <ul className={styles.stories}>
        {stories.map(({ id, headline }) => (
          <li key={id}>
            <a href={`/admin/articles/${id}`} target="_blank" rel="noopener">
              <bdi>{headline || 'A story without a headline'}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
