import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { isAddressFixed, type StoredArticle, storedArticle } from '@/db/editing/stored-article'
import { siteSettings } from '@/db/paper/site'
import { rightsToUse } from '@/db/pictures/use-rights'
import { openConflicts } from '@/db/revisions/conflicts'
import type { Reader } from '@/db/store/open'
import { articles, media } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import {
  type ChecklistFacts,
  checklist,
  type OriginalAhead,
  type TargetAhead,
  type VersionAhead,
} from '@/lib/article/checklist'
import type { Manuscript } from '@/lib/article/manuscript'
import type { Checklist } from '@/lib/desk/articles/checklist'
import { mediaShown, references } from '@/lib/linking/references'
import { verdictOn } from '@/lib/pictures/use-rights'
import { isBlank } from '@/lib/text/visible-text'
import { wallTime } from '@/lib/time/wall-clock'

/**
 * The checklist of the text of article `id` that editors work on, if it were published at `at`. When left out, `at` is
 * the instant of a scheduled article, and now for any other. Throws when the article does not exist.
 */
export async function checklistOf(
  db: Reader,
  { id, at, now }: { id: number; at?: Date | undefined; now: Date },
): Promise<Checklist> {
  const article = await storedArticle(db, id, now)
  return checklistFor(db, { article, manuscript: article.manuscript, at: at ?? publicationAhead(article, now) })
}

/** The instant at which a publication takes effect: that of a scheduled article while it is in the future, else now. */
export function publicationAhead({ snapshot }: Pick<StoredArticle, 'snapshot'>, now: Date): Date {
  const { state, publishedAt } = snapshot
  return state === 'scheduled' && publishedAt !== null ? new Date(publishedAt) : now
}

/** The checklist of `manuscript` as the text of `article`, if it were published at `at`. */
export async function checklistFor(
  db: Reader,
  { article, manuscript, at }: { article: StoredArticle; manuscript: Manuscript; at: Date },
): Promise<Checklist> {
  const { id } = article
  const { value: settings } = await siteSettings(db)
  const { leadMediaId, body, translationOfId = null } = manuscript
  const shown = [...new Set([...(leadMediaId === null ? [] : [leadMediaId]), ...mediaShown(body)])]
  const named = [...new Set(references(body).map((reference) => reference.article))]
  return checklist({
    self: id,
    manuscript,
    at,
    pictures: await picturesAhead(db, { ids: shown, day: wallTime(at, settings.timeZone).day }),
    targets: await targetsAhead(db, named),
    original: translationOfId === null ? null : await originalAhead(db, translationOfId),
    versions: await versionsAhead(db, { id, translationOfId }),
    paper: settings.name,
    isAddressFixed: isAddressFixed(article),
    conflicts: await openConflicts(db, id),
  })
}

async function picturesAhead(
  db: Reader,
  { ids, day }: { ids: number[]; day: string },
): Promise<ChecklistFacts['pictures']> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({
      id: media.id,
      alt: media.alt,
      widthPx: media.widthPx,
      credit: media.credit,
      creator: media.creator,
      deletedAt: media.deletedAt,
    })
    .from(media)
    .where(isOneOf(media.id, ids))
  const rights = await rightsToUse(db, ids)
  return new Map(
    rows.map(({ id, alt, widthPx, credit, creator, deletedAt }) => {
      const ofPicture = rights.get(id)
      const use = ofPicture ? verdictOn(ofPicture, day) : { kind: 'free' as const }
      const isNobodys = ofPicture?.category === null && isBlank(credit) && isBlank(creator)
      return [id, { alt, widthPx, use, isNobodys, isThrownAway: deletedAt !== null }]
    }),
  )
}

async function targetsAhead(db: Reader, ids: number[]): Promise<Map<number, TargetAhead>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({
      id: articles.id,
      headline: articles.headline,
      state: articles.state,
      deletedAt: articles.deletedAt,
      publishedAt: articles.publishedAt,
      withdrawnAt: articles.withdrawnAt,
    })
    .from(articles)
    .where(isOneOf(articles.id, ids))
  return new Map(rows.map(({ id, deletedAt, ...target }) => [id, { ...target, isDeleted: deletedAt !== null }]))
}

const versionColumns = {
  id: articles.id,
  headline: articles.headline,
  language: articles.language,
  translationOfId: articles.translationOfId,
}

async function originalAhead(db: Reader, id: number): Promise<OriginalAhead | null> {
  const [row] = await db
    .select({ ...versionColumns, deletedAt: articles.deletedAt })
    .from(articles)
    .where(eq(articles.id, id))
  if (!row) return null
  const { deletedAt, ...version } = row
  return { ...version, isDeleted: deletedAt !== null }
}

async function versionsAhead(
  db: Reader,
  { id, translationOfId }: { id: number; translationOfId: number | null },
): Promise<VersionAhead[]> {
  const originals = translationOfId === null ? [id] : [id, translationOfId]
  return db
    .select(versionColumns)
    .from(articles)
    .where(and(isOneOf(articles.translationOfId, originals), ne(articles.id, id), isNull(articles.deletedAt)))
    .orderBy(asc(articles.id))
}
