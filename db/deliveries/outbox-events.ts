import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { outbox } from '@/db/store/desk-schema'
import type { Db } from '@/db/store/open'
import { authors, revisions, topics } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { articlePath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'

/** What is needed of a revision: a body may be long. */
type Known = Pick<
  ArticleSnapshot,
  'headline' | 'slug' | 'sectionId' | 'topicIds' | 'bylines' | 'publishedAt' | 'updatedAt'
>

const before = alias(revisions, 'before')

const known = (snapshot: typeof revisions.snapshot | typeof before.snapshot) =>
  sql<string | null>`json_remove(${snapshot}, '$.body')`

/**
 * The events of the outbox after `after`, oldest first, at most `limit`, and the id of the last one: `after` when there
 * is none. An event of an article that was taken out of the store altogether leaves nothing to tell and is missing.
 */
export async function outboxEvents(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<{ events: OutboxEvent[]; through: number }> {
  const rows = await db
    .select({ item: outbox, after: known(revisions.snapshot), before: known(before.snapshot) })
    .from(outbox)
    .leftJoin(revisions, and(eq(revisions.articleId, outbox.articleId), eq(revisions.version, outbox.version)))
    .leftJoin(
      before,
      and(
        eq(before.articleId, outbox.articleId),
        // What was kept aside was never before readers.
        sql`${before.version} = (select max(earlier.version) from ${revisions} earlier
          where earlier.article_id = ${outbox.articleId} and earlier.version < ${outbox.version} and not earlier.aside)`,
      ),
    )
    .where(gt(outbox.id, after))
    .orderBy(asc(outbox.id))
    .limit(limit)
  if (!rows.length) return { events: [], through: after }
  const names = await namesOf(db)
  const events = rows.flatMap(({ item, after: is, before: was }) => {
    if (is === null) return []
    return [
      toldEvent(item, { is: JSON.parse(is) as Known, was: was === null ? null : (JSON.parse(was) as Known), names }),
    ]
  })
  return { events, through: rows.at(-1)?.item.id ?? after }
}

/** What everything is called now. */
interface Names {
  sections: Map<number, Section>
  topics: Map<number, string>
  authors: Map<number, string>
}

async function namesOf(db: Db): Promise<Names> {
  const slugs = async (table: typeof topics | typeof authors) => {
    const rows = await db.select({ id: table.id, slug: table.slug }).from(table)
    return new Map(rows.map(({ id, slug }) => [id, slug]))
  }
  return {
    sections: new Map((await sectionTree(db)).map((section) => [section.id, section])),
    topics: await slugs(topics),
    authors: await slugs(authors),
  }
}

function toldEvent(
  { key, event, happenedAt, articleId: id, version }: typeof outbox.$inferSelect,
  { is, was, names }: { is: Known; was: Known | null; names: Names },
): OutboxEvent {
  const section = names.sections.get(is.sectionId ?? 0)
  if (!section) throw new Error(`article ${id} was before readers in version ${version} without a section`)
  const path = articlePath({ section: section.slug, slug: is.slug, id })
  const stoodAt = was?.publishedAt == null ? null : pathOf(was, { id, names })
  const seen = [is, ...(stoodAt === null || !was ? [] : [was])]
  return {
    ...{ key, event, happenedAt },
    article: {
      ...{ id, version, path, headline: is.headline, section: { slug: section.slug, name: section.name } },
      formerPath: stoodAt === path ? null : stoodAt,
      publishedAt: is.publishedAt === null ? null : new Date(is.publishedAt),
      updatedAt: is.updatedAt === null ? null : new Date(is.updatedAt),
      lists: {
        sections: distinct(seen.flatMap(({ sectionId }) => line(sectionId, names))),
        topics: distinct(seen.flatMap(({ topicIds }) => topicIds.map((topic) => names.topics.get(topic)))),
        authors: distinct(seen.flatMap(({ bylines }) => bylines.map((by) => names.authors.get(by.authorId ?? 0)))),
      },
    },
  }
}

function pathOf({ sectionId, slug }: Known, { id, names }: { id: number; names: Names }): string | null {
  const section = names.sections.get(sectionId ?? 0)
  return section ? articlePath({ section: section.slug, slug, id }) : null
}

/** From the section up to the top of the tree. */
function line(id: number | null, names: Names): string[] {
  const section = names.sections.get(id ?? 0)
  return section ? [section.slug, ...line(section.parentId, names)] : []
}

function distinct(slugs: (string | undefined)[]): string[] {
  return [...new Set(slugs.filter((slug) => slug !== undefined))]
}
