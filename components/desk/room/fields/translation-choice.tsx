'use client'

import { useEffect, useState } from 'react'
import { useAnswersInOrder } from '@/components/desk/answers/answers-in-order'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { useManuscript, useSession } from '@/components/desk/room/session/session-context'
import { languageAttributes } from '@/components/language-attributes'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import styles from './details.module.css'

/** The story that this one translates, if any. */
export function TranslationChoice() {
  const session = useSession()
  const chosen = useManuscript(({ translationOfId }) => translationOfId ?? null)
  const original = useOriginal(chosen)
  return (
    <fieldset id="room-translationOfId">
      <legend className={styles.legend}>Translation of</legend>
      {chosen !== null ? (
        <p className={styles.row}>
          <a href={`/admin/articles/${chosen}`} target="_blank" rel="noopener">
            <span {...languageAttributes(original?.language ?? 'en')}>{original?.headline || `Story ${chosen}`}</span>
          </a>
        </p>
      ) : null}
      <span className={styles.tools}>
        <Button look="quiet" onClick={() => session.showDialog('translation')}>
          {chosen === null ? 'Choose the original' : 'Choose another original'}
        </Button>
        {chosen !== null ? (
          <Button look="quiet" onClick={() => session.change({ translationOfId: null })}>
            Not a translation
          </Button>
        ) : null}
      </span>
    </fieldset>
  )
}

/** The story with this id; null while it is loading, or when the editor may not see it. */
function useOriginal(id: number | null): FoundStory | null {
  const [found, setFound] = useState<FoundStory | null>(null)
  const answers = useAnswersInOrder()
  useEffect(() => {
    if (id === null) return
    void answers
      .read(() => deskRequest('GET /api/desk/targets', { input: { ids: `${id}` } }))
      .then((response) => {
        if (response?.ok) setFound(response.answer.targets[0] ?? null)
      })
    return () => answers.drop()
  }, [id, answers])
  return found?.id === id ? found : null
}
