import { siteSettings } from '@/db/paper/site'
import { rightsToUse } from '@/db/pictures/use-rights'
import type { Reader } from '@/db/store/open'
import { media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { verdictOn } from '@/lib/pictures/use-rights'
import { wallTime } from '@/lib/time/wall-clock'

/**
 * Why pictures of `ids` cannot be given to readers at `now`, by id, in sentences for editors: the picture is in the
 * bin, or its rights bar it on that day of the paper. One that may be used is missing, and so is one that does not exist.
 */
export async function pictureObstacles(
  db: Reader,
  { ids, now }: { ids: readonly number[]; now: Date },
): Promise<Map<number, string>> {
  if (!ids.length) return new Map()
  const { value: paper } = await siteSettings(db)
  const { day } = wallTime(now, paper.timeZone)
  const rows = await db.select({ id: media.id, deletedAt: media.deletedAt }).from(media).where(isOneOf(media.id, ids))
  const rights = await rightsToUse(db, ids)
  return new Map(
    rows.flatMap(({ id, deletedAt }): [number, string][] => {
      if (deletedAt) return [[id, 'It is in the bin. Recover it in the library, or choose another one.']]
      const ofPicture = rights.get(id)
      const verdict = ofPicture && verdictOn(ofPicture, day)
      return verdict?.kind === 'blocked' ? [[id, verdict.why]] : []
    }),
  )
}
