import { and, eq, gt } from 'drizzle-orm'
import { logAction } from '@/db/audit/log'
import { changeArticle } from '@/db/editing/article-change'
import { storedArticle } from '@/db/editing/stored-article'
import { frontDraft, saveDraft } from '@/db/front/drafts'
import { addEdition } from '@/db/front/editions'
import { recheckPicture } from '@/db/library/barred-pictures'
import { placesBesideStories, storiesWith } from '@/db/library/uses'
import { allPages, keepShown, nextVersion, pageVersion } from '@/db/paper/pages'
import { siteSettings } from '@/db/paper/site'
import { savePictureUses } from '@/db/pictures/picture-uses'
import { rightsToUse } from '@/db/pictures/use-rights'
import { liveEdition, ofFront } from '@/db/reading/fronts'
import { saveWorkingCopy } from '@/db/revisions/working-copies'
import { workingCopies } from '@/db/store/desk-schema'
import { editions } from '@/db/store/front-schema'
import { invalidate } from '@/db/store/invalidation'
import { inTransaction, type Reader, type Transaction, type Writer } from '@/db/store/open'
import { authors, media } from '@/db/store/schema'
import { type Refusal, refuse } from '@/lib/desk/refusal'
import { isSameArrangement } from '@/lib/front/arrangement'
import { mediaShown } from '@/lib/linking/references'
import { same } from '@/lib/merging/same'
import { tags } from '@/lib/pages/tags'
import type { PageContent } from '@/lib/paper/page-content'
import { type Replacement, withCardPictureReplaced, withPictureReplaced } from '@/lib/pictures/replaced-picture'
import { verdictOn } from '@/lib/pictures/use-rights'
import type { Saver } from '@/lib/revisions/saver'
import { isBlank } from '@/lib/text/visible-text'
import { wallTime } from '@/lib/time/wall-clock'

interface PictureReplacement extends Replacement {
  by: Saver
  now: Date
}

/**
 * Puts picture `to` in the place of `from` wherever that stands: in stories of any state and their unpublished changes, on
 * fronts, beside authors and in standing pages; all of it in one transaction. Returns the number of places. Each story
 * gets a version, and readers no new time of update. Refused when `to` is thrown away, may not be used, or has no alt text.
 * null when one of the two does not exist.
 */
export async function replacePicture(
  db: Writer,
  act: PictureReplacement,
): Promise<{ places: number } | Refusal | null> {
  return inTransaction(db, async (tx) => {
    const { from, to, now } = act
    if (from === to) return refuse('with', 'This is the same picture. Choose another one.')
    const [former] = await tx.select({ alt: media.alt }).from(media).where(eq(media.id, from))
    const [next] = await tx.select().from(media).where(eq(media.id, to))
    if (!former || !next) return null
    const problem = await problemOf(tx, { picture: next, now })
    if (problem) return refuse('with', problem)
    const stories = await storiesWith(tx, from)
    const beside = (await placesBesideStories(tx, now)).filter(({ mediaId }) => mediaId === from)
    for (const story of stories) await replaceInStory(tx, story, act)
    for (const { kind, id } of beside) {
      if (kind === 'front') await replaceOnFront(tx, id || null, act)
      else if (kind === 'author') await replacePortrait(tx, id, act)
    }
    if (beside.some(({ kind }) => kind === 'page')) await replaceInPages(tx, act)
    await recheckPicture(tx, { pictureId: to, by: act.by, now })
    const places = stories.length + beside.length
    const detail = `picture ${to} in ${places} places`
    await logAction(tx, { action: 'picture replaced everywhere', thing: { id: from, name: former.alt }, detail, now })
    return { places }
  })
}

async function problemOf(
  db: Reader,
  { picture, now }: { picture: typeof media.$inferSelect; now: Date },
): Promise<string | null> {
  if (picture.deletedAt) return 'The other picture is in the bin. Recover it first.'
  if (isBlank(picture.alt)) return 'The other picture has no alt text. Describe what it shows first.'
  const { value: paper } = await siteSettings(db)
  const rights = (await rightsToUse(db, [picture.id])).get(picture.id)
  const verdict = rights && verdictOn(rights, wallTime(now, paper.timeZone).day)
  return verdict?.kind === 'blocked' ? `The other picture cannot take its place. ${verdict.why}` : null
}

async function replaceInStory(
  tx: Transaction,
  id: number,
  { by, now, ...replacement }: PictureReplacement,
): Promise<void> {
  const { from, to } = replacement
  const article = await storedArticle(tx, id, now)
  const replaced = <T extends Pick<typeof article.snapshot, 'leadMediaId' | 'body'>>(text: T): T => ({
    ...text,
    leadMediaId: text.leadMediaId === from ? to : text.leadMediaId,
    body: withPictureReplaced(text.body, replacement),
  })
  const copy = article.workingCopy && replaced(article.workingCopy.manuscript)
  const { leadMediaId, body } = article.snapshot
  const isInText = leadMediaId === from || mediaShown(body).includes(from)
  const after = replaced(article.snapshot)
  const made = { by, now, reason: 'picture replaced' }
  let { version } = article
  if (isInText) {
    // Before the text, so that the history tells of one replacement and not of two.
    if (copy) await tx.update(workingCopies).set({ manuscript: copy }).where(eq(workingCopies.articleId, id))
    version = await changeArticle(tx, { ...article, workingCopy: null }, { ...made, after, replacedPictureById: to })
  }
  if (copy) {
    // The last version is the text that editors work on: the next save is compared with it.
    const reason = isInText ? 'carried over' : made.reason
    await saveWorkingCopy(tx, { article: { id, version, snapshot: after }, manuscript: copy, ...made, reason })
  }
  await savePictureUses(tx, { articleId: id, story: article.snapshot, by, now, replacedById: to })
}

async function replacePortrait(tx: Transaction, id: number, { to, now }: PictureReplacement): Promise<void> {
  await tx.update(authors).set({ portraitId: to }).where(eq(authors.id, id))
  await invalidate(tx, [tags.author(id)], now)
}

async function replaceOnFront(
  tx: Transaction,
  sectionId: number | null,
  { by, now, ...replacement }: PictureReplacement,
): Promise<void> {
  const draft = await frontDraft(tx, { sectionId, now })
  const live = await liveEdition(tx, { sectionId, now })
  const publication = { sectionId, by, now, replacedById: replacement.to }
  const arrangement = withCardPictureReplaced(live.arrangement, replacement)
  if (!isSameArrangement(arrangement, live.arrangement)) await addEdition(tx, { ...publication, arrangement, at: null })
  const planned = await tx
    .select()
    .from(editions)
    .where(and(ofFront(sectionId), gt(editions.startsAt, now)))
  for (const edition of planned) {
    const { startsAt, withheldPictures } = edition
    const changed = withCardPictureReplaced(edition.arrangement, replacement)
    if (isSameArrangement(changed, edition.arrangement)) continue
    await tx.delete(editions).where(eq(editions.id, edition.id))
    await addEdition(tx, { ...publication, arrangement: changed, at: startsAt, withheldPictures })
  }
  if (draft.version === 0) return
  await saveDraft(tx, { sectionId, arrangement: withCardPictureReplaced(draft.arrangement, replacement), by, now })
}

/** What readers have of a page first, then what editors work on where that is another text. */
async function replaceInPages(tx: Transaction, { by, now, ...replacement }: PictureReplacement): Promise<void> {
  const made = { by, now, reason: 'picture replaced' }
  const replaced = (content: PageContent) => ({ ...content, body: withPictureReplaced(content.body, replacement) })
  for (const page of await allPages(tx)) {
    const { id, slug, publishedVersion } = page
    const shown = publishedVersion === null ? null : await pageVersion(tx, { pageId: id, version: publishedVersion })
    const isDraft = !same(shown, page.content)
    let from = page
    if (shown && mediaShown(shown.body).includes(replacement.from)) {
      const version = await nextVersion(tx, page, { ...made, content: replaced(shown) })
      await keepShown(tx, id, version)
      await invalidate(tx, [tags.standingPage(slug)], now)
      from = { ...page, version }
    }
    const isInDraft = isDraft && mediaShown(page.content.body).includes(replacement.from)
    if (isInDraft || (isDraft && from !== page))
      await nextVersion(tx, from, { ...made, content: replaced(page.content) })
  }
}
