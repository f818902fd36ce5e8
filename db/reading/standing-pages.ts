import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { picturesByIds } from '@/db/pictures/pictures'
import { linkTargets } from '@/db/reading/articles'
import { pathsOfLists } from '@/db/reading/paged-lists'
import type { Reader } from '@/db/store/open'
import { pages, pageVersions } from '@/db/store/pages-schema'
import { decodeSegment } from '@/lib/addresses/paths'
import type { Referenced } from '@/lib/linking/reader-body'
import { listsLinked, mediaShown, references } from '@/lib/linking/references'
import { asOfTag, type Tagged, tags } from '@/lib/pages/tags'
import type { PageContent } from '@/lib/paper/page-content'

/** What readers get at the address of a standing page: its text, or the notice that it was taken down. */
export type ShownPage =
  | { state: 'public'; content: PageContent; referenced: Referenced }
  | { state: 'taken-down'; takenDownAt: Date }

/** The standing page at `now`; null until it is published for the first time. */
export async function standingPage(
  db: Reader,
  { slug, now }: { slug: string; now: Date },
): Promise<Tagged<ShownPage | null>> {
  const [row] = await db
    .select({
      headline: pageVersions.headline,
      description: pageVersions.description,
      body: pageVersions.body,
      changedAt: pages.changedAt,
      takenDownAt: pages.takenDownAt,
      publishedVersion: pages.publishedVersion,
    })
    .from(pages)
    .leftJoin(pageVersions, and(eq(pageVersions.pageId, pages.id), eq(pageVersions.version, pages.publishedVersion)))
    .where(eq(pages.slug, slug))
  const tag = tags.standingPage(slug)
  if (row?.takenDownAt && row.publishedVersion === null) {
    return {
      value: { state: 'taken-down', takenDownAt: row.takenDownAt },
      tags: [tag, tags.gone, asOfTag(row.takenDownAt)],
    }
  }
  const { headline, description, body, changedAt } = row ?? {}
  if (headline == null || !body || !changedAt) return { value: null, tags: [tag] }
  const shown = await pageReferences(db, { body, now })
  return {
    value: { state: 'public', content: { headline, description: description ?? '', body }, referenced: shown.value },
    tags: [...new Set([tag, ...shown.tags, asOfTag(changedAt)])],
  }
}

/** Every public article, picture and list that the body of a page refers to, with their tags. */
export async function pageReferences(
  db: Reader,
  { body, now }: { body: PageContent['body']; now: Date },
): Promise<Tagged<Referenced>> {
  const media = [...new Set(mediaShown(body))]
  const targets = await linkTargets(db, { ids: references(body).map(({ article }) => article), now })
  const lists = await pathsOfLists(db, listsLinked(body))
  return {
    value: { articles: targets.value, pictures: await picturesByIds(db, media), lists: lists.value },
    tags: [...media.map(tags.media), ...targets.tags, ...lists.tags],
  }
}

/** Whether readers have a page at `path` (canonical spelling), or its notice; null when no page was ever public there. */
export async function standingPageStateAt(db: Reader, path: string): Promise<ShownPage['state'] | null> {
  const segment = /^\/([^/]+)$/.exec(path)?.[1]
  const slug = segment === undefined ? null : decodeSegment(segment)
  if (slug === null) return null
  const [row] = await db
    .select({ publishedVersion: pages.publishedVersion })
    .from(pages)
    .where(and(eq(pages.slug, slug), isNotNull(pages.publishedAt)))
  if (!row) return null
  return row.publishedVersion === null ? 'taken-down' : 'public'
}

/** The slug of every page that readers have, with when it last changed, by slug. */
export async function publicPages(db: Reader): Promise<{ slug: string; headline: string; changedAt: Date }[]> {
  const rows = await db
    .select({ slug: pages.slug, headline: pageVersions.headline, changedAt: pages.changedAt })
    .from(pages)
    .innerJoin(pageVersions, and(eq(pageVersions.pageId, pages.id), eq(pageVersions.version, pages.publishedVersion)))
    .orderBy(asc(pages.slug))
  return rows.flatMap(({ slug, headline, changedAt }) => (changedAt ? [{ slug, headline, changedAt }] : []))
}
