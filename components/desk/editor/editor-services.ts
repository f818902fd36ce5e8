import type { Picture } from '@/lib/article/article'
import type { FoundStory } from '@/lib/desk/archive/found-story'
import type { PictureEdit } from '@/lib/desk/pictures/picture-edit'

/** What the editor asks of the rest of the desk. A failure rejects with an Error whose message is for the editor's eyes. */
export interface EditorServices {
  /** Stories that match the words, best first; without words the newest. Never the story itself. */
  search(words: string, signal: AbortSignal): Promise<FoundStory[]>
  /** The stories of these ids as they stand now; those that are gone are left out. */
  targets(ids: number[]): Promise<FoundStory[]>
  /** The own story at this address; null when the address is not one of ours. */
  resolve(url: string): Promise<FoundStory | null>
  upload(file: File): Promise<Picture>
  /** Those that are gone are left out. */
  pictures(ids: number[]): Promise<Picture[]>
  /** Writes what is said of a picture, for every story that shows it. */
  describe(id: number, saying: PictureEdit): Promise<Picture>
}
