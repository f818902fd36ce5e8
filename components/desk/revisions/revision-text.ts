import { nearInstant } from '@/lib/desk/near-instant'
import type { ListedRevision } from '@/lib/desk/revisions/listed-revision'

/** What times at the desk are formatted with. */
export interface DeskClock {
  now: Date
  timeZone: string
}

/** What made a version, in words: "Corrected: It was the other quay.", "Restored: version 3". */
export function revisionReason({ reason, remark, aside }: ListedRevision): string {
  const verb = reason === 'readdressed' ? 'Address changed' : reason.charAt(0).toUpperCase() + reason.slice(1)
  const words = remark ? `${verb}: ${remark}` : verb
  return aside ? `${words} (not public yet)` : words
}

/** When a version was made and by whom: "14:02, Mara Quill". */
export function revisionOrigin({ savedAt, savedBy }: ListedRevision, clock: DeskClock): string {
  return `${nearInstant(new Date(savedAt), clock)}, ${savedBy}`
}
