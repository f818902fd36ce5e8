'use client'

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { Picture } from '@/lib/article/article'
import type { FoundStory } from '@/lib/desk/found-story'
import type { BatchedLookup } from './batched-lookup'
import type { EditorServices } from './editor-services'
import type { StoryQuestion } from './insert/story-dialog'

/** What the elements of a story need of the editor around them. */
export interface EditorRoom {
  services: EditorServices
  /** The story that is written; null before it has a number. */
  self: number | null
  /** IANA zone of the site. */
  timeZone: string
  editable: boolean
  stories: BatchedLookup<FoundStory>
  pictures: BatchedLookup<Picture>
  /** Opens the dialog in which a story is chosen. */
  ask: (question: StoryQuestion) => void
  /** Lets the editor choose pictures and uploads them; empty when none was chosen. */
  choosePictures: (several: boolean) => Promise<Picture[]>
}

export const EditorRoomContext = createContext<EditorRoom | null>(null)

export function useEditorRoom(): EditorRoom {
  const room = useContext(EditorRoomContext)
  if (!room) throw new Error('an element of a story stands outside of the editor')
  return room
}

/** A linked story as it stands now; undefined until it is known, null when it is gone. */
export function useStory(id: number): FoundStory | null | undefined {
  return useBook(useEditorRoom().stories, id)
}

/** A picture with its words; undefined until it is known, null when it is gone. */
export function usePicture(id: number): Picture | null | undefined {
  return useBook(useEditorRoom().pictures, id)
}

function useBook<T extends { id: number }>(book: BatchedLookup<T>, id: number): T | null | undefined {
  useEffect(() => book.want([id]), [book, id])
  return useSyncExternalStore(
    book.subscribe,
    () => book.get(id),
    () => undefined,
  )
}
