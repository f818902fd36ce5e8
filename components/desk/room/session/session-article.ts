import type { OpenedArticle } from '@/lib/desk/articles/opened-article'

/** What the session knows about its article, apart from the text. */
export type SessionArticle = Omit<OpenedArticle, 'manuscript'>

/** Whether the signed-in editor may change the text; a deleted draft has to be recovered first. */
export function isWritable({ can, deletedAt }: SessionArticle): boolean {
  return can['save article'] && deletedAt === null
}
