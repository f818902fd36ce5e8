'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import { Choices, Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import { DELETED_KEPT_DAYS } from '@/lib/desk/articles/deleted-kept'
import type { Problem } from '@/lib/desk/refusal'

interface Props {
  id: number
  headline: string
  may: { duplicate: boolean; delete: boolean; recover: boolean }
}

/** The actions of a row in the list of stories. */
export function RowActions({ id, headline, may }: Props) {
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const ask = async (verb: 'duplicate' | 'delete' | 'recover') => {
    setBusy(true)
    const response = await deskRequest(`POST /api/desk/articles/[id]/${verb}`, { params: { id } })
    if (response.ok && 'id' in response.answer) return location.assign(`/admin/articles/${response.answer.id}`)
    if (response.ok) return reloadPage()
    setBusy(false)
    setProblems(response.problems)
  }
  const which = <span className="visually-hidden"> “{headline}”</span>
  return (
    <div className={table.buttons}>
      {asking ? null : <Problems problems={problems} />}
      {may.duplicate ? (
        <Button look="quiet" busy={busy} onClick={() => ask('duplicate')}>
          Duplicate{which}
        </Button>
      ) : null}
      {may.recover ? (
        <Button look="quiet" busy={busy} onClick={() => ask('recover')}>
          Recover{which}
        </Button>
      ) : null}
      {may.delete ? (
        <Button look="quiet" onClick={() => setAsking(true)}>
          Delete{which}
        </Button>
      ) : null}
      <Dialog title="Delete this draft?" open={asking} onClose={() => setAsking(false)}>
        <p>
          “{headline}” goes to the deleted stories, where it can be recovered for {DELETED_KEPT_DAYS} days. Then it is
          forgotten for good.
        </p>
        <Problems problems={problems} />
        <Choices>
          <Button look="danger" busy={busy} onClick={() => ask('delete')}>
            Delete
          </Button>
          <Button onClick={() => setAsking(false)}>Keep it</Button>
        </Choices>
      </Dialog>
    </div>
  )
}
