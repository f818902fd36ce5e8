import { writeArticle } from '@/db/editing/writing'
import { publish } from '@/db/publishing/publishing'
import type { Writer } from '@/db/store/open'
import { CITY, hoursAgo, NOW } from '@/db/testing/fixtures'
import { withoutAccount } from '@/lib/revisions/saver'
import { paragraph } from '@/lib/testing/body-fixtures'

/** Writes and publishes an article at NOW, with its revisions and events; returns its id. */
export async function publishedArticle(
  db: Writer,
  { headline, sectionId = CITY }: { headline: string; sectionId?: number },
): Promise<number> {
  const by = withoutAccount('Nadia Reyes')
  const body = [paragraph('e1', 'From six.')]
  const draft = { headline, body, sectionId, kind: 'news', language: 'en' } as const
  const id = await writeArticle(db, { draft, by, now: hoursAgo(5) })
  const outcome = await publish(db, { id, by, now: NOW })
  if (!('version' in outcome)) throw new Error(`article ${id} was not published`)
  return id
}
