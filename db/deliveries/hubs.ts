import { and, asc, eq } from 'drizzle-orm'
import { receivers } from '@/db/store/desk-schema'
import type { Reader } from '@/db/store/open'
import { type Tagged, tags } from '@/lib/pages/tags'

/** The addresses of the WebSub hubs that are notified of changed feeds; every feed names them, so that readers can subscribe there. */
export async function hubs(db: Reader): Promise<Tagged<string[]>> {
  const rows = await db
    .select({ terms: receivers.terms })
    .from(receivers)
    .where(and(eq(receivers.kind, 'websub'), eq(receivers.isOn, true)))
    .orderBy(asc(receivers.id))
  return { value: rows.flatMap(({ terms }) => (terms.kind === 'websub' ? terms.address : [])), tags: [tags.hubs] }
}
