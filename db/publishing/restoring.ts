import { isAddressFixed, keepManuscript } from '@/db/editing/manuscripts'
import type { Conflict, Saved } from '@/db/editing/writing'
import { asSeen, type DeskAct } from '@/db/publishing/as-seen'
import { withKnownChoices } from '@/db/revisions/known-choices'
import { revisionOf } from '@/db/revisions/revisions'
import type { Db } from '@/db/store/open'
import { manuscriptOf } from '@/lib/article/manuscript'
import type { Refusal } from '@/lib/desk/refusal'
import { same } from '@/lib/merging/same'

/**
 * Makes the text of version `version` the text under work again, in every field; beside a scheduled or public article it
 * waits to be brought out. What has left the store since (a topic, a picture) is left out, and an address that is fixed
 * stays. null when the article has no such version.
 */
export async function restoreRevision(
  db: Db,
  { version, ...act }: DeskAct & { version: number },
): Promise<Saved | Refusal | Conflict | null> {
  const { by, now } = act
  return asSeen(db, act, async (tx, { article, manuscript: before }) => {
    const revision = await revisionOf(tx, { articleId: article.id, version })
    if (!revision) return null
    const then = await withKnownChoices(tx, manuscriptOf(revision.snapshot))
    const manuscript = isAddressFixed(article) ? { ...then, slug: before.slug } : then
    if (same(manuscript, before)) return { version: article.version }
    const remark = `version ${version}`
    return { version: await keepManuscript(tx, { article, manuscript, by, now, reason: 'restored', remark }) }
  })
}
