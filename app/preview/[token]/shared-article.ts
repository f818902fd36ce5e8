import 'server-only'
import { deskNow } from '@/app/_desk/desk-route'
import { store } from '@/app/store'
import { type OpenedPreview, openedPreview } from '@/db/editing/preview-links'

/** What the link with this secret shows now; null when it shows nothing. */
export async function sharedArticle(secret: string): Promise<OpenedPreview | null> {
  return openedPreview(await store(), { secret, now: deskNow() })
}
