import { and, eq, isNull, or, type SQL } from 'drizzle-orm'
import { articleIdAt } from '@/db/addresses/addresses'
import { namedArticle } from '@/db/addresses/named-article'
import { isOwn } from '@/db/editing/ownership'
import { previewedArticle } from '@/db/editing/preview-links'
import { isPublic, stateAt } from '@/db/reading/visibility'
import type { Reader } from '@/db/store/open'
import { articles, sections } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import { can, type Editor } from '@/lib/accounts/permissions'
import { lenientSpelling, withoutTail } from '@/lib/addresses/article-address'
import { articlePath, canonicalSpelling } from '@/lib/addresses/paths'
import { parseUrl } from '@/lib/addresses/url'
import type { FoundStory } from '@/lib/desk/archive/found-story'

/** Who looks a story up, and when. */
export interface LookupScope {
  editor: Pick<Editor, 'id' | 'role'>
  now: Date
}

/** Stories that an editor may find: all that are not deleted; for a contributor only public and own ones. */
export function isVisibleTo(scope: LookupScope): SQL | undefined {
  return and(isNull(articles.deletedAt), isReadableBy(scope))
}

function isReadableBy({ editor, now }: LookupScope): SQL | undefined {
  return can(editor, 'see every article') ? undefined : or(isPublic(now), isOwn(editor.id))
}

/**
 * The stories `ids` with their state at `now`, in that order; one that the editor may not find is missing. Deleted drafts
 * are missing unless `withDeleted`: a text that links to one says that it is in the bin and not gone.
 */
export async function storyTargets(
  db: Reader,
  { ids, editor, now, withDeleted = false }: LookupScope & { ids: readonly number[]; withDeleted?: boolean },
): Promise<FoundStory[]> {
  const uniqueIds = [...new Set(ids)]
  if (!uniqueIds.length) return []
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      standfirst: articles.standfirst,
      section: sections.name,
      sectionSlug: sections.slug,
      slug: articles.slug,
      state: stateAt(now),
      publishedAt: articles.publishedAt,
      language: articles.language,
      translationOfId: articles.translationOfId,
      deletedAt: articles.deletedAt,
    })
    .from(articles)
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(and(isOneOf(articles.id, uniqueIds), (withDeleted ? isReadableBy : isVisibleTo)({ editor, now })))
  const stories = new Map(
    rows.map(({ sectionSlug, slug, publishedAt, deletedAt, ...row }): [number, FoundStory] => [
      row.id,
      {
        ...row,
        isDeleted: deletedAt !== null,
        publishedAt: publishedAt?.getTime() ?? null,
        path: sectionSlug === null ? null : articlePath({ section: sectionSlug, slug, id: row.id }),
      },
    ]),
  )
  return uniqueIds.flatMap((id) => stories.get(id) ?? [])
}

/**
 * The story at `url`, an absolute URL or a path of this site: its own address, one that redirects to it, or its page at
 * the desk or in a preview. null without one, or when the editor may not find it.
 */
export async function storyAt(
  db: Reader,
  { url, siteUrl, editor, now }: LookupScope & { url: string; siteUrl: string },
): Promise<FoundStory | null> {
  const address = parseUrl(url, siteUrl)
  // Compares hosts and not origins, because an http address from before the paper had https names the same story.
  if (address?.host !== new URL(siteUrl).host) return null
  const path = canonicalSpelling(address.pathname) ?? lenientSpelling(address.pathname)
  const id = await idAt(db, { path, now })
  const [story] = id === null ? [] : await storyTargets(db, { ids: [id], editor, now })
  return story ?? null
}

async function idAt(db: Reader, { path, now }: { path: string; now: Date }): Promise<number | null> {
  const atDesk = /^\/(?:admin\/articles|preview\/article)\/([1-9]\d{0,14})(?:\/|$)/.exec(path)
  if (atDesk) return Number(atDesk[1])
  const [, secret] = /^\/preview\/([^/]+)$/.exec(path) ?? []
  if (secret) return previewedArticle(db, { secret, now })
  const answered = await articleIdAt(db, { path, now })
  if (answered !== null) return answered
  // A story that was never public has an address already.
  const before = withoutTail(path)?.path
  const draft =
    (await namedArticle(db, { path, now })) ?? (before ? await namedArticle(db, { path: before, now }) : null)
  return draft?.id ?? null
}
