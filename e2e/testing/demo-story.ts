import { eq } from 'drizzle-orm'
import { demoStories } from '@/db/demo-edition/stories'
import { proposedStories } from '@/db/store/linking-schema'
import { inTransaction } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import type { Paper } from '@/e2e/testing/paper'
import { articlePath } from '@/lib/addresses/paths'

export interface PublicStory {
  id: number
  headline: string
  slug: string
  /** Its present path. */
  path: string
  publishedAt: Date
}

/** A story of the demo edition by its key, as long as it has its first headline. */
export async function demoStory(paper: Paper, key: string): Promise<PublicStory> {
  const words = demoStories.find((story) => story.key === key)
  if (!words) throw new Error(`the demo edition has no story "${key}"`)
  const rows = await paper.db.select({ id: articles.id }).from(articles).where(eq(articles.headline, words.headline))
  const [row] = rows
  if (!row) throw new Error(`story "${key}" is not in the store under its first headline`)
  return publicStory(paper, row.id)
}

/** The story with this id as the store has it now. */
export async function publicStory({ db }: Paper, id: number): Promise<PublicStory> {
  const [row] = await db
    .select({
      headline: articles.headline,
      slug: articles.slug,
      section: sections.slug,
      publishedAt: articles.publishedAt,
    })
    .from(articles)
    .innerJoin(sections, eq(sections.id, articles.sectionId))
    .where(eq(articles.id, id))
  if (!row?.publishedAt) throw new Error(`story ${id} is not in print`)
  const { headline, slug, publishedAt } = row
  return { id, headline, slug, publishedAt, path: articlePath({ ...row, id }) }
}

/** The id of the section with this slug. */
export async function sectionId({ db }: Paper, slug: string): Promise<number> {
  const [row] = await db.select({ id: sections.id }).from(sections).where(eq(sections.slug, slug))
  if (!row) throw new Error(`there is no section "${slug}"`)
  return row.id
}

/** Lets the site propose these stories as a timeline; answers their ids, ascending. */
export async function proposedIn(paper: Paper, keys: readonly string[]): Promise<number[]> {
  const ids: number[] = []
  for (const key of keys) ids.push((await demoStory(paper, key)).id)
  ids.sort((one, other) => one - other)
  const rows = ids.map((articleId) => ({ articleId, proposalId: ids[0] ?? articleId }))
  await inTransaction(paper.db, (tx) => tx.insert(proposedStories).values(rows))
  return ids
}
