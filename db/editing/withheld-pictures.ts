import { pictureObstacles } from '@/db/paper/picture-obstacles'
import { saveWithheld, withheldFrom } from '@/db/pictures/withheld-pictures'
import type { Reader, Transaction } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import { picturesOf } from '@/lib/linking/withheld-pictures'

interface Story {
  id: number
  snapshot: ArticleSnapshot
  now: Date
}

/** From when on readers have what is decided now: the instant of a scheduled story, else now. */
export function shownFrom({ snapshot: { state, publishedAt }, now }: Pick<Story, 'snapshot' | 'now'>): Date {
  return state === 'scheduled' && publishedAt !== null && publishedAt > now.getTime() ? new Date(publishedAt) : now
}

/**
 * After a change of the text or the state of story `id`: a picture that is withheld from readers stays so only while the
 * text has it and it may not be used, and never in a draft, which is checked again before it goes out. In the open
 * transaction.
 */
export async function settleWithheld(tx: Transaction, { id, snapshot, now }: Story): Promise<void> {
  const was = await withheldFrom(tx, id)
  if (!was.length) return
  const isOut = snapshot.state !== 'draft' && snapshot.state !== 'in-review'
  const shown = isOut ? picturesOf(snapshot).filter((one) => was.includes(one)) : []
  const obstacles = await pictureObstacles(tx, { ids: shown, now: shownFrom({ snapshot, now }) })
  const mediaIds = shown.filter((one) => obstacles.has(one))
  if (mediaIds.length < was.length) await saveWithheld(tx, { articleId: id, mediaIds, now })
}

/** An alt text is often a sentence of its own. */
const SENTENCE_END = /[.!?…。！？।؟۔]$/u

/** Which pictures readers do not get with story `id`, and why, one sentence for each. */
export async function withheldSentences(db: Reader, { id, snapshot, now }: Story): Promise<string[]> {
  const ids = await withheldFrom(db, id)
  if (!ids.length) return []
  const rows = await db.select({ id: media.id, alt: media.alt }).from(media).where(isOneOf(media.id, ids))
  const obstacles = await pictureObstacles(db, { ids, now: shownFrom({ snapshot, now }) })
  return rows.map(({ id: pictureId, alt }) => {
    const name = alt.trim() || `Picture ${pictureId}`
    const end = SENTENCE_END.test(name) ? '' : '.'
    return `“${name}”${end} ${obstacles.get(pictureId) ?? ''}`.trim()
  })
}
