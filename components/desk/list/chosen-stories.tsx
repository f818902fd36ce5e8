'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { Input } from '@/components/desk/controls'
import { reloadPage } from '@/components/desk/focus/reload-page'
import type { ChosenStory } from '@/lib/desk/bulk/bulk-action'
import { BulkActions } from './bulk-actions'
import type { BulkChoices } from './bulk-choices'

interface Chosen {
  ids: ReadonlySet<number>
  toggle: (ids: number[], isChosen: boolean) => void
}

const ChosenContext = createContext<Chosen | null>(null)

interface Props {
  /** The stories of the page, as they were when it was made. */
  stories: ChosenStory[]
  isBin: boolean
  isEditor: boolean
  choices: BulkChoices
  children: ReactNode
}

/** Keeps which stories of a page are chosen, and shows what can be done to them. */
export function ChosenStories({ stories, isBin, isEditor, choices, children }: Props) {
  const [ids, setIds] = useState<ReadonlySet<number>>(new Set())
  const toggle = (which: number[], isChosen: boolean) =>
    setIds((before) => {
      const after = new Set(before)
      for (const id of which) {
        if (isChosen) after.add(id)
        else after.delete(id)
      }
      return after
    })
  const clear = () => {
    setIds(new Set())
    document.querySelector<HTMLElement>('[data-choose-all]')?.focus()
  }
  return (
    <ChosenContext value={{ ids, toggle }}>
      {ids.size ? (
        <BulkActions
          chosen={stories.filter(({ id }) => ids.has(id))}
          isBin={isBin}
          isEditor={isEditor}
          choices={choices}
          onDone={reloadPage}
          onClear={clear}
        />
      ) : null}
      {children}
    </ChosenContext>
  )
}

/** The box that chooses one story, or with several ids all of the page. */
export function ChooseBox({ ids, name }: { ids: number[]; name: string }) {
  const chosen = useContext(ChosenContext)
  if (!chosen) return null
  const isChosen = ids.length > 0 && ids.every((id) => chosen.ids.has(id))
  return (
    <Input
      type="checkbox"
      aria-label={name}
      data-choose-all={ids.length > 1 || undefined}
      checked={isChosen}
      onChange={(event) => chosen.toggle(ids, event.target.checked)}
    />
  )
}
