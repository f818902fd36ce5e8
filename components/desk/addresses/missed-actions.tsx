'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { type DeskResponse, deskRequest } from '@/components/desk/desk-request'
import { Dialog } from '@/components/desk/dialog'
import { reloadPage } from '@/components/desk/focus/reload-page'
import { Problems } from '@/components/desk/problems'
import table from '@/components/desk/table.module.css'
import type { SuggestedTarget } from '@/lib/desk/addresses/suggested-target'
import type { Problem } from '@/lib/desk/refusal'
import { addRedirect } from './address-request'
import { TargetChoice } from './target-choice'

interface Props {
  path: string
  suggestion: SuggestedTarget | null
  timeZone: string
}

/** The actions for an address that was not found; its likeliest target takes one click. */
export function MissedActions({ path, suggestion, timeZone }: Props) {
  const [choosing, setChoosing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const act = async (request: Promise<DeskResponse<object>>) => {
    setBusy(true)
    const response = await request
    if (response.ok) return reloadPage()
    setProblems(response.problems)
    setBusy(false)
  }
  const name = suggestion?.kind === 'story' ? suggestion.story.headline : suggestion?.name
  return (
    <div className={table.buttons}>
      {suggestion ? (
        <Button
          busy={busy}
          aria-label={`Redirect ${path} to ${name}`}
          onClick={() =>
            act(
              addRedirect(path, suggestion.kind === 'story' ? { story: suggestion.story.id } : { to: suggestion.path }),
            )
          }
        >
          Redirect
        </Button>
      ) : null}
      <Button
        look="quiet"
        aria-label={`${suggestion ? 'Another' : 'Choose a'} target for ${path}`}
        onClick={() => setChoosing(true)}
      >
        {suggestion ? 'Another' : 'Choose a target'}
      </Button>
      <Button
        look="quiet"
        aria-label={`Dismiss ${path}`}
        onClick={() => act(deskRequest('POST /api/desk/addresses/missed/dismiss', { input: { path } }))}
      >
        Dismiss
      </Button>
      <Problems problems={problems} />
      <Dialog title="Redirect an address" open={choosing} onClose={() => setChoosing(false)}>
        <TargetChoice from={path} timeZone={timeZone} />
      </Dialog>
    </div>
  )
}
