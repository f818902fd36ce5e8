'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Manuscript } from '@/lib/article/manuscript'
import type { ArticleSession, SessionArticle } from './article-session'

const SessionContext = createContext<ArticleSession | null>(null)

export const SessionProvider = SessionContext.Provider

export function useSession(): ArticleSession {
  const room = useContext(SessionContext)
  if (!room) throw new Error('this part stands in a writing room only')
  return room
}

/**
 * A part of what the room knows, and a new rendering when it changes: `select` answers the same value while it does not,
 * so that a key struck in the text makes nothing be drawn anew that does not show it.
 */
export function useSessionState<T>(select: (room: ArticleSession) => T): T {
  const room = useSession()
  const read = () => select(room)
  return useSyncExternalStore(room.subscribe, read, read)
}

export function useManuscript<T>(select: (manuscript: Manuscript) => T): T {
  return useSessionState(({ manuscript }) => select(manuscript))
}

export function useArticle<T>(select: (story: SessionArticle) => T): T {
  return useSessionState(({ article: story }) => select(story))
}
