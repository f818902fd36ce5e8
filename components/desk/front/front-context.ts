'use client'

import { createContext, useContext } from 'react'
import type { Front } from './use-front'

/** What every part of the front-page desk may open and use. */
export interface FrontDeskContext {
  front: Front
  /** Opens the choice of a place for a story. */
  placeStory: (story: number, headline: string) => void
  /** Opens what the card of a story shows on this front alone. */
  editCard: (story: number) => void
}

export const FrontContext = createContext<FrontDeskContext | null>(null)

/** The front-page desk around; throws outside it. */
export function useFrontDesk(): FrontDeskContext {
  const desk = useContext(FrontContext)
  if (!desk) throw new Error('there is no front-page desk around')
  return desk
}
