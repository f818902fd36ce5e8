'use client'

import { createContext, useContext } from 'react'
import type { PlannedStory } from '@/lib/planning/planned-story'

/** What every part of the page of plans needs. */
export interface PlansContextValue {
  /** The instant of the answer that is shown, in milliseconds. */
  now: number
  /** IANA zone of the paper. */
  timeZone: string
  mayPlan: boolean
  /** Opens the plan of a story. */
  open: (story: PlannedStory) => void
}

const PlansContext = createContext<PlansContextValue | null>(null)

export const PlansProvider = PlansContext.Provider

export function usePlans(): PlansContextValue {
  const context = useContext(PlansContext)
  if (!context) throw new Error('usePlans is called outside of a PlansProvider')
  return context
}
