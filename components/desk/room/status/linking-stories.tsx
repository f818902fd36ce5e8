'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { deskRequest } from '@/components/desk/desk-request'
import styles from '@/components/desk/room/actions/dialogs/dialogs.module.css'
import { useSession } from '@/components/desk/room/session/session-context'
import type { LinkingStory } from '@/lib/desk/articles/linking-story'

/** The stories that link to this one; each opens in a new tab. */
export function LinkingStories({ none, some }: { none: string; some: string }) {
  const session = useSession()
  const [stories, setStories] = useState<LinkingStory[] | null>(null)
  const [failed, setFailed] = useState(false)
  const answers = useAnswersInOrder()
  useEffect(() => {
    const address = 'GET /api/desk/articles/[id]/linking'
    const ask = () => session.firstAnswers.take(address) ?? deskRequest(address, { params: { id: session.id } })
    void answers.read(ask).then((response) => {
      if (response?.ok) setStories(response.answer.stories)
      else if (response) setFailed(true)
    })
    return () => answers.drop()
  }, [session, answers])
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
