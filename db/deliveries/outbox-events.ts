import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { outbox } from '@/db/store/desk-schema'
import type { Reader } from '@/db/store/open'
import { authors, revisions, topics } from '@/db/store/schema'
import { sectionTree } from '@/db/store/section-tree'
import { wordsFromJson } from '@/db/store/words'
import { articlePath } from '@/lib/addresses/paths'
import type { Section } from '@/lib/article/article'
import type { ArticleSnapshot } from '@/lib/article/snapshot'
import type { OutboxEvent } from '@/lib/deliveries/outbox-event'
import { sectionLine } from '@/lib/paper/section-line'

/** The part of a revision that an event needs; bodies may be long. */
type EventSnapshot = Pick<
  ArticleSnapshot,
  'headline' | 'slug' | 'sectionId' | 'topicIds' | 'bylines' | 'publishedAt' | 'updatedAt'
>

const before = alias(revisions, 'before')

const withoutBody = (snapshot: typeof revisions.snapshot | typeof before.snapshot) =>
  sql<string | null>`json_remove(${snapshot}, '$.body')`

/**
 * The events of the outbox after `after`, oldest first, at most `limit`, and the id of the last one: `after` when there
 * is none. An event of an article that was deleted from the store is missing.
 */
export async function outboxEvents(
  db: Reader,
  { after, limit }: { after: number; limit: number },
): Promise<{ events: OutboxEvent[]; through: number }> {
  const rows = await db
    .select({ item: outbox, after: withoutBody(revisions.snapshot), before: withoutBody(before.snapshot) })
    .from(outbox)
    .leftJoin(revisions, and(eq(revisions.articleId, outbox.articleId), eq(revisions.version, outbox.version)))
    .leftJoin(
      before,
      and(
        eq(before.articleId, outbox.articleId),
        // A version that was saved aside was never public.
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
      outboxEvent(item, {
        is: wordsFromJson<EventSnapshot>(is),
        was: was === null ? null : wordsFromJson<EventSnapshot>(was),
        names,
      }),
    ]
  })
  return { events, through: rows.at(-1)?.item.id ?? after }
}

/** The present names of everything that a list page is made of. */
interface Names {
  sections: Map<number, Section>
  topics: Map<number, string>
  authors: Map<number, string>
}

async function namesOf(db: Reader): Promise<Names> {
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

function outboxEvent(
  { key, event, happenedAt, articleId: id, version }: typeof outbox.$inferSelect,
  { is, was, names }: { is: EventSnapshot; was: EventSnapshot | null; names: Names },
): OutboxEvent {
  if (is.sectionId === null) throw new Error(`article ${id} was public in version ${version} without a section`)
  const section = names.sections.get(is.sectionId)
  if (!section) throw new Error(`section ${is.sectionId} of article ${id} in version ${version} does not exist`)
  const path = articlePath({ section: section.slug, slug: is.slug, id })
  const formerPath = was?.publishedAt == null ? null : pathOf(was, { id, names })
  const versions = [is, ...(formerPath === null || !was ? [] : [was])]
  return {
    key,
    event,
    happenedAt,
    article: {
      id,
      version,
      path,
      headline: is.headline,
      section: { slug: section.slug, name: section.name },
      formerPath: formerPath === path ? null : formerPath,
      publishedAt: is.publishedAt === null ? null : new Date(is.publishedAt),
      updatedAt: is.updatedAt === null ? null : new Date(is.updatedAt),
      lists: {
        sections: distinct(versions.flatMap(({ sectionId }) => lineSlugs(sectionId, names))),
        topics: distinct(versions.flatMap(({ topicIds }) => topicIds.map((topic) => names.topics.get(topic)))),
        authors: distinct(versions.flatMap(({ bylines }) => bylines.map((by) => authorSlug(by, names)))),
      },
    },
  }
}

/** null when the section is not in the store any more. */
function pathOf({ sectionId, slug }: EventSnapshot, { id, names }: { id: number; names: Names }): string | null {
  if (sectionId === null) throw new Error(`article ${id} had an instant of publication without a section`)
  const section = names.sections.get(sectionId)
  return section ? articlePath({ section: section.slug, slug, id }) : null
}

/** undefined for a name without a profile page. */
function authorSlug({ authorId }: EventSnapshot['bylines'][number], names: Names): string | undefined {
  return authorId === null ? undefined : names.authors.get(authorId)
}

/** The slugs of the section and of those above it, its own first. */
function lineSlugs(sectionId: number | null, names: Names): string[] {
  if (sectionId === null) return []
  return sectionLine(names.sections, sectionId)
    .map(({ slug }) => slug)
    .toReversed()
}

function distinct(slugs: (string | undefined)[]): string[] {
  return [...new Set(slugs.filter((slug) => slug !== undefined))]
}
