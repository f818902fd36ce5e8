import 'server-only'
import { deskNow } from '@/app/_desk/desk-route'
import { store } from '@/app/store'
import { previewedArticle } from '@/db/editing/preview-links'

/** The article that the link with this secret shows now; null when it shows none. */
export async function sharedArticle(secret: string): Promise<number | null> {
  return previewedArticle(await store(), { secret, now: deskNow() })
}
