'use client'

import { useState } from 'react'
import { Button } from '@/components/desk/button'
import { deskRequest } from '@/components/desk/desk-request'
import type { BulkResult, ChosenStory } from '@/lib/desk/bulk/bulk-action'
import type { Problem } from '@/lib/desk/refusal'
import styles from './bulk-actions.module.css'
import type { BulkChoices, BulkInput } from './bulk-choices'
import { BulkDialog } from './bulk-dialog'
import { BulkResults } from './bulk-results'

interface Props {
  chosen: ChosenStory[]
  /** Whether the list is the bin. */
  isBin: boolean
  /** Whether the person may assign, return, publish, schedule and withdraw. */
  isEditor: boolean
  choices: BulkChoices
  /** Called when something was done and the list has to be shown anew. */
  onDone: () => void
  onClear: () => void
}

/** What can be done to the chosen stories of a list, and what became of each. */
export function BulkActions({ chosen, isBin, isEditor, choices, onDone, onClear }: Props) {
  const [dialog, setDialog] = useState<BulkInput['kind'] | null>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<Problem[]>([])
  const [results, setResults] = useState<BulkResult[] | null>(null)
  const act = async (action: BulkInput) => {
    setBusy(true)
    const response = await deskRequest('POST /api/desk/bulk', { input: { action, stories: chosen } })
    setBusy(false)
    setProblems(response.ok ? [] : response.problems)
    if (!response.ok) return
    setDialog(null)
    setResults(response.answer.results)
  }
  const offered: [BulkInput['kind'], string, boolean][] = [
    ['assign', 'Assign', isEditor],
    ['section', 'Section', true],
    ['add-topic', 'Add topic', true],
    ['remove-topic', 'Remove topic', true],
    ['submit', 'Send to review', true],
    ['return', 'Return', isEditor],
    ['publish', 'Publish', isEditor],
    ['schedule', 'Schedule', isEditor],
    ['withdraw', 'Withdraw', isEditor],
    ['delete', 'Delete', true],
  ]
  const shown = isBin ? [['recover', 'Recover', true] as const] : offered.filter(([, , isAllowed]) => isAllowed)
  return (
    <section className={styles.bar} aria-label="Chosen stories">
      <p role="status">{chosen.length === 1 ? '1 story chosen' : `${chosen.length} stories chosen`}</p>
      {shown.map(([kind, name]) => (
        <Button key={kind} look="quiet" onClick={() => setDialog(kind)}>
          {name}
        </Button>
      ))}
      <Button look="quiet" onClick={onClear}>
        Choose none
      </Button>
      {dialog ? (
        <BulkDialog
          key={dialog}
          kind={dialog}
          count={chosen.length}
          choices={choices}
          busy={busy}
          problems={problems}
          onAct={(action) => void act(action)}
          onClose={() => {
            setDialog(null)
            setProblems([])
          }}
        />
      ) : null}
      {results ? <BulkResults results={results} onClose={onDone} /> : null}
    </section>
  )
}
