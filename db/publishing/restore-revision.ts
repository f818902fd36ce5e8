import { saveText } from '@/db/editing/manuscripts'
import { isAddressFixed } from '@/db/editing/stored-article'
import { type Outcome, type VerbInput, withVersionCheck } from '@/db/editing/version-check'
import { withExistingChoices } from '@/db/revisions/existing-choices'
import { revisionOf } from '@/db/revisions/revisions'
import type { Writer } from '@/db/store/open'
import { manuscriptOf } from '@/lib/article/manuscript'
import { same } from '@/lib/merging/same'

/**
 * Makes the text of version `version` the text that editors work on, in every field. Of a scheduled or public article
 * it is an unpublished change. What does not exist any more (a topic, a picture) is left out, and a fixed slug stays.
 * null when the article has no such version.
 */
export async function restoreRevision(
  db: Writer,
  { version, ...act }: VerbInput & { version: number },
): Promise<Outcome | null> {
  const { by, now } = act
  return withVersionCheck(db, act, async (tx, article) => {
    const revision = await revisionOf(tx, { articleId: article.id, version })
    if (!revision) return null
    const { manuscript: before } = article
    const restored = await withExistingChoices(tx, manuscriptOf(revision.snapshot))
    const manuscript = isAddressFixed(article) ? { ...restored, slug: before.slug } : restored
    if (same(manuscript, before)) return { version: article.version }
    const remark = `version ${version}`
    return { version: await saveText(tx, { article, manuscript, by, now, reason: 'restored', remark }) }
  })
}
