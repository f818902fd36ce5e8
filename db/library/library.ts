import { and, desc, eq, gte, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { isInPictureBin } from '@/db/library/emptied-bins'
import { countsOfUses, historyFor, type PlaceBeside, placesBesideStories, placesFor } from '@/db/library/uses'
import { siteSettings } from '@/db/paper/site'
import { pictureFrom } from '@/db/pictures/pictures'
import { leasesOf, rightsToUse } from '@/db/pictures/use-rights'
import type { Reader } from '@/db/store/open'
import { pictureLeases, pictureUses } from '@/db/store/picture-schema'
import { media } from '@/db/store/schema'
import { isNoneOf, isOneOf } from '@/db/store/value-lists'
import type { Editor } from '@/lib/accounts/permissions'
import { listSpan } from '@/lib/desk/list/list-span'
import type { LibraryPicture, PictureRecord } from '@/lib/desk/pictures/library-picture'
import type { LibraryQuery, LibraryRights, LibraryState } from '@/lib/desk/pictures/library-query'
import { queryWords, searchForm } from '@/lib/pictures/search-words'
import { daysAfter, verdictOn, WARNED_DAYS_AHEAD } from '@/lib/pictures/use-rights'
import { blankAsEmpty } from '@/lib/text/blank-as-empty'
import { wallTime } from '@/lib/time/wall-clock'

export const PICTURES_PER_PAGE = 48
/** As many credits as the filter suggests. */
const MAX_CREDITS = 200

interface Looking {
  editor: Pick<Editor, 'id' | 'role'>
  now: Date
}

/** A page of the library, the picture that was added last first; pages count from 1. `total` counts all pages. */
export async function libraryPictures(
  db: Reader,
  { query, editor, now }: Looking & { query: LibraryQuery },
): Promise<{ pictures: LibraryPicture[]; total: number }> {
  const { value: paper } = await siteSettings(db)
  const beside = await placesBesideStories(db, now)
  const where = and(
    ...[query.state === 'bin' ? isInPictureBin() : isNull(media.deletedAt)],
    ...queryWords(query.words).map((word) => sql`instr(${media.searchWords}, ${word}) > 0`),
    query.credit ? isOneOf(media.credit, await creditsLike(db, query.credit)) : undefined,
    ...added(query, paper.timeZone),
    inState({ state: query.state, editor, beside }),
    withRights(query.rights, wallTime(now, paper.timeZone).day),
  )
  const rows = await db
    .select()
    .from(media)
    .where(where)
    .orderBy(desc(media.createdAt), desc(media.id))
    .limit(PICTURES_PER_PAGE)
    .offset((query.page - 1) * PICTURES_PER_PAGE)
  return { pictures: await listed(db, { rows, now, beside }), total: await db.$count(media, where) }
}

/**
 * Everything about picture `id` that `editor` may see, also when it is in the bin; null when it does not exist. `uses`
 * counts the places that they may not see, too.
 */
export async function pictureRecord(
  db: Reader,
  { id, editor, now }: Looking & { id: number },
): Promise<PictureRecord | null> {
  const rows = await db.select().from(media).where(eq(media.id, id))
  const [picture] = await listed(db, { rows, now })
  if (!picture) return null
  const leases = await leasesOf(db, id)
  return {
    ...picture,
    leases: leases.map(({ madeAt, ...lease }) => ({ ...lease, madeAt: madeAt.getTime() })),
    places: await placesFor(db, { id, editor, now }),
    history: await historyFor(db, { id, editor, now }),
  }
}

/** Picture `id` as the library lists it, also when it is in the bin; null when it does not exist. */
export async function libraryPicture(
  db: Reader,
  { id, now }: { id: number; now: Date },
): Promise<LibraryPicture | null> {
  const rows = await db.select().from(media).where(eq(media.id, id))
  return (await listed(db, { rows, now }))[0] ?? null
}

/** The credits that pictures have, the most frequent first. */
export async function knownCredits(db: Reader): Promise<string[]> {
  const rows = await db
    .select({ credit: media.credit })
    .from(media)
    .where(and(isNull(media.deletedAt), sql`trim(${media.credit}) <> ''`))
    .groupBy(media.credit)
    .orderBy(desc(sql`count(*)`), media.credit)
    .limit(MAX_CREDITS)
  return rows.map(({ credit }) => credit)
}

/** The credits of pictures that have these words in them, whatever the case and the accents, which the store cannot compare. */
async function creditsLike(db: Reader, words: string): Promise<string[]> {
  const rows = await db.selectDistinct({ credit: media.credit }).from(media)
  return rows.flatMap(({ credit }) => (searchForm(credit).includes(searchForm(words)) ? [credit] : []))
}

async function listed(
  db: Reader,
  { rows, now, beside }: { rows: (typeof media.$inferSelect)[]; now: Date; beside?: PlaceBeside[] },
): Promise<LibraryPicture[]> {
  const { value: paper } = await siteSettings(db)
  const { day } = wallTime(now, paper.timeZone)
  const ids = rows.map(({ id }) => id)
  const uses = await countsOfUses(db, { ids, now, beside })
  const rights = await rightsToUse(db, ids)
  return rows.map((row) => {
    const { id, place, keywords, rightsCategory, restrictions, addedBy, fileName, takenOn } = row
    const verdict = verdictOn(rights.get(id) ?? { category: null, restrictions: '', leases: [] }, day)
    return {
      picture: pictureFrom(pictureRow(row)),
      version: row.version,
      place: blankAsEmpty(place),
      keywords,
      rightsCategory,
      restrictions: blankAsEmpty(restrictions),
      verdict: verdict.kind === 'free' ? { kind: 'free' as const, why: '' } : verdict,
      uses: uses.get(id) ?? 0,
      addedAt: row.createdAt.getTime(),
      addedBy,
      fileName,
      takenOn,
      deletedAt: row.deletedAt?.getTime() ?? null,
    }
  })
}

/** The columns that a picture has for readers. */
function pictureRow(row: typeof media.$inferSelect): Parameters<typeof pictureFrom>[0] {
  const { id, alt, caption, credit, creator, copyright, licenceUrl, acquireUrl } = row
  const { focalX, focalY, original, widthPx, heightPx, files } = row
  return {
    id,
    alt,
    caption,
    credit,
    creator,
    copyright,
    licenceUrl,
    acquireUrl,
    focalX,
    focalY,
    original,
    widthPx,
    heightPx,
    files,
  }
}

function added(query: LibraryQuery, timeZone: string): SQL[] {
  const { from, until } = listSpan({ ...query, hour: '' }, timeZone)
  return [...(from ? [gte(media.createdAt, from)] : []), ...(until ? [lt(media.createdAt, until)] : [])]
}

function inState({
  state,
  editor,
  beside,
}: Pick<Looking, 'editor'> & { state: LibraryState | null; beside: PlaceBeside[] }): SQL | undefined {
  const usedBeside = [...new Set(beside.map(({ mediaId }) => mediaId))]
  const isInStory = sql`exists (select 1 from ${pictureUses} where ${pictureUses.mediaId} = ${media.id})`
  switch (state) {
    case 'unused':
      return and(sql`not ${isInStory}`, isNoneOf(media.id, usedBeside))
    case 'used':
      return or(isInStory, isOneOf(media.id, usedBeside))
    case 'no-alt':
      return sql`trim(${media.alt}) = ''`
    case 'no-credit':
      return sql`trim(${media.credit}) = '' and trim(${media.creator}) = ''`
    case 'mine':
      return eq(media.addedById, editor.id)
    case 'bin':
    case null:
      return undefined
  }
}

function withRights(rights: LibraryRights | null, today: string): SQL | undefined {
  switch (rights) {
    case null:
      return undefined
    case 'none':
      return isNull(media.rightsCategory)
    case 'ending': {
      const soon = daysAfter(today, WARNED_DAYS_AHEAD)
      const ofPicture = sql`${pictureLeases.mediaId} = ${media.id}`
      const lasting = sql`(${pictureLeases.untilDay} is null or ${pictureLeases.untilDay} > ${soon})`
      return sql`((
        exists (select 1 from ${pictureLeases} where ${ofPicture} and kind = 'allow')
        and not exists (select 1 from ${pictureLeases} where ${ofPicture} and kind = 'allow' and ${lasting})
      ) or exists (
        select 1 from ${pictureLeases} where ${ofPicture} and kind = 'deny'
        and coalesce(${pictureLeases.fromDay}, '') <= ${soon} and coalesce(${pictureLeases.untilDay}, '9999') >= ${today}
      ))`
    }
    default:
      return eq(media.rightsCategory, rights)
  }
}
