import type { FoundStory } from '@/lib/desk/archive/found-story'
import type { DeskAnswer } from '@/lib/desk/endpoints'
import type { PictureEdit } from '@/lib/desk/pictures/picture-edit'
import type { Picture } from '@/lib/pictures/picture'

/** The stories and lists of this paper that a paste names. */
export type ResolvedPaste = DeskAnswer<'POST /api/desk/resolve'>

/** Requests of the editor to the desk's API. A failure rejects with an Error whose message can be shown. */
export interface EditorServices {
  /** Stories that match the words, best first; the newest ones without words. Never the story itself. */
  search(words: string, signal: AbortSignal): Promise<FoundStory[]>
  /** The current state of the stories with these ids; those that do not exist are left out. */
  targets(ids: number[]): Promise<FoundStory[]>
  /** The own story at this address; null when there is none. */
  resolve(url: string): Promise<FoundStory | null>
  /** What pasted addresses and headlines name, in their order. */
  resolvePasted(addresses: string[], headlines: string[]): Promise<ResolvedPaste>
  /** `notices` are sentences about what of the file is not shown. */
  upload(file: File): Promise<{ picture: Picture; notices: string[] }>
  /** Those that do not exist are left out. */
  pictures(ids: number[]): Promise<Picture[]>
  /** Changes alt text, caption or credit of a picture, for every story that shows it. */
  describe(id: number, edit: PictureEdit): Promise<Picture>
}
