import { desc, lte } from 'drizzle-orm'
import { readsSince } from '@/db/audience/reads'
import { storyTargets } from '@/db/desk/story-lookup'
import { clipboard } from '@/db/front/clipboard'
import { frontDraft } from '@/db/front/drafts'
import { listEditions } from '@/db/front/editions'
import { placedOn } from '@/db/front/placed'
import { allSections, sectionBands } from '@/db/paper/sections'
import { picturesByIds } from '@/db/pictures/pictures'
import { curationOf, type WhichFront } from '@/db/reading/fronts'
import { latestTeasers, sectionTeasers } from '@/db/reading/teasers'
import { strips } from '@/db/store/front-schema'
import type { Reader } from '@/db/store/open'
import { articles } from '@/db/store/schema'
import { isOneOf } from '@/db/store/value-lists'
import type { Editor } from '@/lib/accounts/permissions'
import { PER_PAGE } from '@/lib/addresses/list-pages'
import { hoursBack } from '@/lib/audience/reads'
import type { FrontStory, FrontView, RaisedStrip } from '@/lib/desk/front/front-view'
import { type Arrangement, MAX_SECONDS, storiesOf } from '@/lib/front/arrangement'
import { composeEdition, SUPPLY_FOR_BAND, SUPPLY_FOR_FRONT } from '@/lib/front/edition'

const EDITIONS_LISTED = 12

/** What readers open now tells an editor more than what they opened in the morning. */
const HOURS_OF_READS = 3

interface View extends WhichFront {
  editor: Editor
  now: Date
}

/** Everything that the desk of one front shows to `editor` at `now`; null when there is no such section. */
export async function frontView(db: Reader, { sectionId, editor, now }: View): Promise<FrontView | null> {
  const { value: sections } = await allSections(db)
  if (sectionId !== null && !sections.some(({ id }) => id === sectionId)) return null
  const draft = await frontDraft(db, { sectionId, now })
  const fill = await filled(db, { arrangement: draft.arrangement, sectionId, now })
  const kept = await clipboard(db, editor.id)
  const editions = await listEditions(db, { sectionId, now, limit: EDITIONS_LISTED })
  const ids = [
    ...storiesOf(draft.arrangement),
    ...[fill.lead ?? [], fill.seconds, ...fill.bands.map(({ stories }) => stories), kept].flat(),
  ]
  return {
    version: draft.version,
    savedBy: draft.savedBy,
    savedAt: draft.savedAt?.getTime() ?? null,
    unpublishedSince: draft.unpublishedSince?.getTime() ?? null,
    arrangement: draft.arrangement,
    fill,
    clipboard: kept,
    stories: await frontStories(db, { ids, sectionId, editor, now }),
    editions: editions.map(({ startsAt, publishedAt, ...edition }) => ({
      ...edition,
      startsAt: startsAt.getTime(),
      publishedAt: publishedAt.getTime(),
    })),
    strip: sectionId === null ? await raisedStrip(db, now) : null,
  }
}

/** Stories in any state for the front-page desk, in the order of `ids`, each once. */
export async function frontStories(
  db: Reader,
  { ids, sectionId, editor, now }: View & { ids: readonly number[] },
): Promise<FrontStory[]> {
  const found = await storyTargets(db, { ids, editor, now })
  if (!found.length) return []
  const known = found.map(({ id }) => id)
  const rows = await db
    .select({ id: articles.id, version: articles.version, mediaId: articles.leadMediaId })
    .from(articles)
    .where(isOneOf(articles.id, known))
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pictures = await picturesByIds(db, [...new Set(rows.flatMap(({ mediaId }) => mediaId ?? []))])
  const placed = await placedOn(db, { ids: known, now })
  const since = hoursBack(now, HOURS_OF_READS)
  const reads = await readsSince(db, { ids: known, since })
  const { value: sections } = await allSections(db)
  const names = new Map(sections.map(({ id, name }) => [id, name]))
  return found.map((story) => {
    const { version = 1, mediaId = null } = byId.get(story.id) ?? {}
    const elsewhere = placed.filter(
      ({ articleId, ...front }) => articleId === story.id && front.sectionId !== sectionId,
    )
    return {
      ...story,
      version,
      picture: (mediaId === null ? undefined : pictures.get(mediaId)) ?? null,
      reads: { count: reads.get(story.id) ?? 0, since: since.getTime() },
      elsewhere: elsewhere.map((front) => (front.sectionId === null ? null : (names.get(front.sectionId) ?? ''))),
    }
  })
}

async function filled(
  db: Reader,
  { arrangement, sectionId, now }: WhichFront & { arrangement: Arrangement; now: Date },
): Promise<FrontView['fill']> {
  const { value: curation } = await curationOf(db, { arrangement, now })
  const placed = new Set(storiesOf(arrangement))
  if (sectionId !== null) {
    const { value } = await sectionTeasers(db, { section: { id: sectionId }, now, page: 1, perPage: PER_PAGE })
    const free = value.teasers.map(({ id }) => id).filter((id) => !placed.has(id))
    return { lead: null, seconds: free.slice(0, MAX_SECONDS), bands: [] }
  }
  const { value: latest } = await latestTeasers(db, { now, limit: SUPPLY_FOR_FRONT })
  const { value: sections } = await sectionBands(db, { now, perSection: SUPPLY_FOR_BAND })
  const edition = composeEdition(null, curation, { latest, sections })
  const isFill = ({ id }: { id: number }) => !placed.has(id)
  return {
    lead: edition.lead && isFill(edition.lead) ? edition.lead.id : null,
    seconds: edition.seconds.filter(isFill).map(({ id }) => id),
    bands: edition.bands
      .filter(({ section }) => section !== null)
      .map(({ name, teasers }) => ({ name, stories: teasers.map(({ id }) => id) })),
  }
}

/** The line of breaking news that is up at `now`, also while its story is not public; null without one. */
async function raisedStrip(db: Reader, now: Date): Promise<RaisedStrip | null> {
  const [row] = await db
    .select()
    .from(strips)
    .where(lte(strips.startsAt, now))
    .orderBy(desc(strips.startsAt), desc(strips.id))
    .limit(1)
  if (!row || (row.endsAt && row.endsAt <= now)) return null
  const { label, text, articleId, link, endsAt, raisedBy } = row
  return { label, text, articleId, link, endsAt: endsAt?.getTime() ?? null, raisedBy }
}
