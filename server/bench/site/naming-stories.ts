import { eq } from 'drizzle-orm'
import { writeArticle } from '@/db/editing/writing'
import type { Writer } from '@/db/store/open'
import { sections } from '@/db/store/schema'
import { articlePath, slugFrom } from '@/lib/addresses/paths'
import { withoutAccount } from '@/lib/revisions/saver'
import { DAY_MS } from '@/lib/time/durations'

const YEAR_MS = 365 * DAY_MS

/**
 * Writes two public stories of a year ago that name story `id`, which need not be public: in an also-read block, and in
 * a related-news block. Returns their paths. `headline` makes theirs, and each call needs another. Throws without the
 * section.
 */
export async function namingStories(
  db: Writer,
  { id, section, headline, now }: { id: number; section: string; headline: string; now: Date },
): Promise<string[]> {
  const [found] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, section))
  if (!found) throw new Error(`the paper has no section “${section}”`)
  const publishedAt = new Date(now.getTime() - YEAR_MS)
  const paths: string[] = []
  for (const [place, block] of [
    { type: 'also-read' as const, id: 'e2', target: { kind: 'article' as const, article: id } },
    { type: 'related-news' as const, id: 'e2', articles: [id, 1] },
  ].entries()) {
    const named = `${headline}, part ${place + 1}`
    const articleId = await writeArticle(db, {
      draft: {
        headline: named,
        sectionId: found.id,
        kind: 'news',
        language: 'en',
        body: [{ type: 'paragraph', id: 'e1', text: [{ text: 'The mooring holds.' }] }, block],
      },
      imported: {
        state: 'published',
        createdAt: publishedAt,
        publishedAt: publishedAt.getTime(),
        updatedAt: null,
        withdrawnAt: null,
        withdrawalReason: '',
      },
      by: withoutAccount('bench'),
      now,
    })
    paths.push(articlePath({ section, slug: slugFrom(named), id: articleId }))
  }
  return paths
}
