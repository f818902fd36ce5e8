import type { Reader } from '@/db/store/open'
import { settings } from '@/db/store/schema'

/** The time zone of the paper (IANA), in which its days begin; UTC while it has no settings. */
export async function paperZone(db: Reader): Promise<string> {
  const [paper] = await db.select({ timeZone: settings.timeZone }).from(settings)
  return paper?.timeZone ?? 'UTC'
}
