import 'server-only'
import { openAccounts } from '@/db/accounts/users'
import { planOf } from '@/db/planning/plans'
import type { Reader } from '@/db/store/open'
import { can, type Editor } from '@/lib/accounts/permissions'
import type { DeskAnswer } from '@/lib/desk/endpoints'

/** The plan of a story as the desk answers it to `editor`: with those who can be assigned, for whoever may plan. */
export async function planAnswer(
  db: Reader,
  { id, editor }: { id: number; editor: Editor },
): Promise<DeskAnswer<'GET /api/desk/articles/[id]/plan'>> {
  return { plan: await planOf(db, id), people: can(editor, 'plan articles') ? await openAccounts(db) : [] }
}
