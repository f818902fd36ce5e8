'use client'

import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import type { Picture } from '@/lib/pictures/picture'
import type { BatchedLookup } from './batched-lookup'
import type { EditorServices } from './editor-services'
import type { StoryDialogOptions } from './insert/story-dialog-options'

/** What the blocks of a story need from the editor around them. */
export interface StoryEditorContextValue {
  services: EditorServices
  /** The article that is being written; null before it has an id. */
  articleId: number | null
  /** IANA zone of the site. */
  timeZone: string
  editable: boolean
  stories: BatchedLookup<FoundStory>
  pictures: BatchedLookup<Picture>
  /** Types words where the caret is: those that were typed before a dialog could close. */
  typeOn: (words: string) => void
  openStoryDialog: (options: StoryDialogOptions) => void
  /** Lets the editor choose picture files and uploads them; empty when none was chosen. */
  choosePictures: (several: boolean) => Promise<Picture[]>
  /** Lets the editor choose pictures of the library; empty when none was chosen. */
  pickFromLibrary: (several: boolean) => Promise<Picture[]>
}

export const StoryEditorContext = createContext<StoryEditorContextValue | null>(null)

export function useStoryEditor(): StoryEditorContextValue {
  const context = useContext(StoryEditorContext)
  if (!context) throw new Error('useStoryEditor is called outside of a StoryEditor')
  return context
}

/** The current state of a linked story; undefined while it is loading, null when it does not exist. */
export function useLinkedStory(id: number): FoundStory | null | undefined {
  return useLookup(useStoryEditor().stories, id)
}

/** A picture with its alt text and caption; undefined while it is loading, null when it does not exist. */
export function usePicture(id: number): Picture | null | undefined {
  return useLookup(useStoryEditor().pictures, id)
}

function useLookup<T extends { id: number }>(lookup: BatchedLookup<T>, id: number): T | null | undefined {
  useEffect(() => lookup.load([id]), [lookup, id])
  return useSyncExternalStore(
    lookup.subscribe,
    () => lookup.get(id),
    () => undefined,
  )
}
