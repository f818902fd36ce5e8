import 'server-only'
import { frontView } from '@/db/desk/front-view'
import type { Reader } from '@/db/store/open'
import type { Editor } from '@/lib/accounts/permissions'
import type { FrontView } from '@/lib/desk/front/front-view'
import type { Refusal } from '@/lib/desk/refusal'

interface Call {
  db: Reader
  editor: Editor
  now: Date
}

/**
 * What an address of the front-page desk answers after its work: the front as it is now, or why nothing was done. null
 * when there is no such front or edition.
 */
export async function frontAfter(
  { db, editor, now }: Call,
  sectionId: number | null,
  outcome: object | null,
): Promise<FrontView | Refusal | null> {
  if (outcome === null) return null
  if ('problems' in outcome) return outcome as Refusal
  return frontView(db, { sectionId, editor, now })
}
