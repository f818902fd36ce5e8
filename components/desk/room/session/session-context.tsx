'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Manuscript } from '@/lib/article/manuscript'
import type { ArticleSession } from './article-session'
import type { SessionArticle } from './session-article'

const SessionContext = createContext<ArticleSession | null>(null)

export const SessionProvider = SessionContext.Provider

export function useSession(): ArticleSession {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is called outside of a SessionProvider')
  return session
}

/**
 * A part of the session's state; the component renders again when it changes. `select` must return the same value while
 * nothing changed, so that typing renders only the components that show the text.
 */
export function useSessionState<T>(select: (session: ArticleSession) => T): T {
  const session = useSession()
  const read = () => select(session)
  return useSyncExternalStore(session.subscribe, read, read)
}

export function useManuscript<T>(select: (manuscript: Manuscript) => T): T {
  return useSessionState(({ manuscript }) => select(manuscript))
}

export function useArticle<T>(select: (article: SessionArticle) => T): T {
  return useSessionState(({ article }) => select(article))
}
