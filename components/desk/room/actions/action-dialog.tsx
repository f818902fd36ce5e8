'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button, type ButtonLook } from '@/components/desk/button'
import { Choices, Dialog } from '@/components/desk/dialog'
import { Problems } from '@/components/desk/problems'
import { useSession } from '@/components/desk/room/session/session-context'
import type { Problem } from '@/lib/desk/refusal'
import type { ArticleAction } from './article-action'

interface Props {
  title: string
  /** The words of the button that does it: what happens, never "OK". */
  verb: string
  look?: ButtonLook
  /** What the button asks the server for; null while something is missing. */
  action: ArticleAction | null
  /** Fields whose problems stand beside them. */
  fieldsShown?: string[]
  onProblems?: (problems: Problem[]) => void
  children: ReactNode
}

/**
 * What stands between a button of the room and its deed: everything typed is brought to the server first, the deed names
 * the version that was on screen when the question was put, and when somebody saved since, it is put again.
 */
export function ActionDialog({
  title,
  verb,
  look = 'main',
  action: deed,
  fieldsShown: besides,
  onProblems,
  children,
}: Props) {
  const session = useSession()
  const [version, setVersion] = useState<number | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let open = true
    void session.saveNow().then((settled) => {
      if (!open) return
      if (settled.ok) setVersion(settled.version)
      else setProblems(settled.problems)
    })
    return () => {
      open = false
    }
  }, [session])
  const answer = async () => {
    if (!deed || version === null) return
    setBusy(true)
    setProblems([])
    const outcome = await session.perform(deed, version)
    setBusy(false)
    if (outcome.ok) return
    setProblems(outcome.problems)
    onProblems?.(outcome.problems)
    setVersion(session.article.version)
  }
  return (
    <Dialog title={title} open onClose={() => session.showDialog(null)}>
      {children}
      <Problems problems={problems} besides={besides} />
      <Choices>
        <Button look={look} busy={busy || version === null} disabled={deed === null} onClick={answer}>
          {verb}
        </Button>
        <Button onClick={() => session.showDialog(null)}>Not now</Button>
      </Choices>
    </Dialog>
  )
}
