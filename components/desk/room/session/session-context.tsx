'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Manuscript } from '@/lib/article/manuscript'
import type { ArticleSession, Story } from './article-session'

const RoomContext = createContext<ArticleSession | null>(null)

export const RoomProvider = RoomContext.Provider

export function useRoom(): ArticleSession {
  const room = useContext(RoomContext)
  if (!room) throw new Error('this part stands in a writing room only')
  return room
}

/**
 * A part of what the room knows, and a new rendering when it changes: `select` answers the same value while it does not,
 * so that a key struck in the text makes nothing be drawn anew that does not show it.
 */
export function useRoomState<T>(select: (room: ArticleSession) => T): T {
  const room = useRoom()
  const read = () => select(room)
  return useSyncExternalStore(room.subscribe, read, read)
}

export function useManuscript<T>(select: (manuscript: Manuscript) => T): T {
  return useRoomState(({ manuscript }) => select(manuscript))
}

export function useStory<T>(select: (story: Story) => T): T {
  return useRoomState(({ story }) => select(story))
}
