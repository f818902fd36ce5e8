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
  /** The text of the confirming button: what happens, never "OK". */
  verb: string
  look?: ButtonLook
  /** What the button does; null while something is missing. */
  action: ArticleAction | null
  /** Fields that show their own problems. */
  fieldsShown?: string[]
  onProblems?: (problems: Problem[]) => void
  children: ReactNode
}

/**
 * Confirms an action. Everything typed is saved first, and the action names the version that was on the screen then. When
 * somebody else saved meanwhile, the server refuses, the dialog says so, and the button acts on the new version.
 */
export function ActionDialog({ title, verb, look = 'main', action, fieldsShown, onProblems, children }: Props) {
  const session = useSession()
  const [version, setVersion] = useState<number | null>(null)
  const [problems, setProblems] = useState<Problem[]>([])
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let isOpen = true
    void session.saveNow().then((saved) => {
      if (!isOpen) return
      if (saved.ok) setVersion(saved.version)
      else setProblems(saved.problems)
    })
    return () => {
      isOpen = false
    }
  }, [session])
  const confirm = async () => {
    if (!action || version === null) return
    setBusy(true)
    setProblems([])
    const outcome = await session.perform(action, version)
    setBusy(false)
    if (outcome.ok) return
    setProblems(outcome.problems)
    onProblems?.(outcome.problems)
    setVersion(session.article.version)
  }
  return (
    <Dialog title={title} open onClose={() => session.showDialog(null)}>
      {children}
      <Problems problems={problems} besides={fieldsShown} />
      <Choices>
        <Button look={look} busy={busy || version === null} disabled={action === null} onClick={confirm}>
          {verb}
        </Button>
        <Button onClick={() => session.showDialog(null)}>Not now</Button>
      </Choices>
    </Dialog>
  )
}
