import type { ArticleState } from '@/lib/article/article'
import { type BodyElement, plainText } from '@/lib/article/body'
import { bodyWords } from '@/lib/article/body-words'
import type { Manuscript } from '@/lib/article/manuscript'
import { carriesPaperName, carriesPaperNameWords } from '@/lib/article/paper-label'
import { missingFields, unfinishedElements } from '@/lib/article/readiness'
import { wordsPerCharacter } from '@/lib/article/word-count'
import type { Checklist, ChecklistItem } from '@/lib/desk/articles/checklist'
import { mediaShown, references } from '@/lib/linking/references'
import { elementIdIn } from '@/lib/merging/set-aside'
import { nameOfLanguage } from '@/lib/paper/language'
import type { UseVerdict } from '@/lib/pictures/use-rights'
import { isBlank, visibleText } from '@/lib/text/visible-text'
import { countWords, hasSpaces } from '@/lib/text/word-tokens'

/** A story that the text refers to, with what decides whether readers see it at the instant of publication. */
export interface TargetAhead {
  headline: string
  state: ArticleState
  /** Whether it was deleted. */
  isDeleted: boolean
  /** In the future while scheduled; null before it is scheduled or published. */
  publishedAt: Date | null
  /** The end of its publication; null without one. */
  withdrawnAt: Date | null
}

/** The same story in another language. */
export interface VersionAhead {
  id: number
  headline: string
  language: string
  /** The id of the original that it names; null for an original. */
  translationOfId: number | null
}

/** The story that the manuscript says it translates. */
export interface OriginalAhead extends VersionAhead {
  /** Whether it was deleted. */
  isDeleted: boolean
}

/** A picture that the story shows, on the day of its publication. */
export interface PictureAhead {
  alt: string
  widthPx: number
  /** Whether it may be used on that day. */
  use: UseVerdict
  /** Whether nobody has said on what terms it may be used, and it names nobody. */
  isNobodys: boolean
  isThrownAway: boolean
}

/** What the checklist needs beside the manuscript. */
export interface ChecklistFacts {
  /** The id of the story itself. */
  self: number
  manuscript: Manuscript
  /** When the story is to be public, or was. */
  at: Date
  /** The pictures that it shows, by id; a missing one does not exist in the store. */
  pictures: ReadonlyMap<number, PictureAhead>
  /** The stories that it refers to, by id; a missing one does not exist. */
  targets: ReadonlyMap<number, TargetAhead>
  /** The original that the manuscript names; null when it names none, or when that does not exist. */
  original: OriginalAhead | null
  /** The other stories that name the same original, or name this story as their original; by id. */
  versions: VersionAhead[]
  /** The name of the paper. */
  paper: string
  /** Whether its address is fixed, because it was scheduled or public, so that the slug of the manuscript is ignored. */
  isAddressFixed: boolean
  /** The places with an open conflict: a field, or `body:` and the id of an element. */
  conflicts: { place: string }[]
}

export const MAX_HEADLINE_CHARACTERS = 110 // Google, Article structured data: headline
export const NARROWEST_LEAD_PX = 1200 // Google Discover: large images
const MAX_PARAGRAPH_WORDS = 150

/**
 * The checklist of a story that is to be public at `at`: fields first, then the text in reading order. It alone decides
 * whether the desk publishes: a story without blockers can be published, scheduled and corrected.
 */
export function checklist(facts: ChecklistFacts): Checklist {
  const { manuscript } = facts
  return {
    blockers: [
      ...missingFields(manuscript).filter(({ code }) => code !== 'no-address' || !facts.isAddressFixed),
      ...labelledHeadline(facts),
      ...undescribedLead(facts),
      ...unfinishedElements(manuscript),
      ...undescribedPictures(facts),
      ...forbiddenPictures(facts),
      ...missingTargets(facts),
      ...wrongOriginal(facts),
      ...undecided(facts),
    ],
    advice: [
      ...betterFields(facts),
      ...sameLanguage(facts),
      ...longParagraphs(manuscript),
      ...linksToNowhere(facts),
      ...picturesToHeed(facts),
    ],
  }
}

function labelledHeadline({ manuscript: { headline }, paper }: ChecklistFacts): ChecklistItem[] {
  if (!carriesPaperName(headline, paper)) return []
  return [{ code: 'headline-label', field: 'headline', message: carriesPaperNameWords(paper).join(' ') }]
}

function undescribedLead({ manuscript: { leadMediaId }, pictures }: ChecklistFacts): ChecklistItem[] {
  const lead = leadMediaId === null ? null : pictures.get(leadMediaId)
  if (!lead || !isBlank(lead.alt)) return []
  const message = 'The lead image has no alt text. Describe what it shows.'
  return [{ code: 'no-alt', field: 'leadMediaId', message }]
}

function undescribedPictures({ manuscript: { body }, pictures }: ChecklistFacts): ChecklistItem[] {
  return body.flatMap((element): ChecklistItem[] => {
    const shown = mediaShown([element]).map((id) => pictures.get(id))
    const where = element.type === 'gallery' ? 'of the gallery ' : ''
    const remarks: ChecklistItem[] = []
    if (shown.some((picture) => !picture)) {
      const message = `A picture ${where}is no longer in the store. Replace it, or delete it.`
      remarks.push({ code: 'picture-gone', elementId: element.id, message })
    }
    if (shown.some((picture) => picture && isBlank(picture.alt))) {
      const message = `A picture ${where}has no alt text. Describe what it shows.`
      remarks.push({ code: 'no-alt', elementId: element.id, message })
    }
    return remarks
  })
}

/** Where the story shows pictures: as its lead, in an element; each picture of an element once. */
function picturePlaces({ manuscript: { leadMediaId, body }, pictures }: ChecklistFacts) {
  const places = [
    ...(leadMediaId === null
      ? []
      : [{ id: leadMediaId, name: 'The lead image', at: { field: 'leadMediaId' as const } }]),
    ...body.flatMap((element) =>
      mediaShown([element]).map((id) => {
        const name = element.type === 'gallery' ? 'A picture of the gallery' : 'A picture'
        return { id, name, at: { elementId: element.id } }
      }),
    ),
  ]
  return places.flatMap(({ id, ...place }) => {
    const picture = pictures.get(id)
    return picture ? [{ ...place, picture }] : []
  })
}

function forbiddenPictures(facts: ChecklistFacts): ChecklistItem[] {
  return picturePlaces(facts).flatMap(({ name, at, picture: { use, isThrownAway } }): ChecklistItem[] => {
    if (isThrownAway) {
      const message = `${name} was thrown away. Replace it, or recover it in the library of pictures.`
      return [{ code: 'picture-thrown-away', ...at, message }]
    }
    if (use.kind !== 'blocked') return []
    return [{ code: 'picture-forbidden', ...at, message: `${name} cannot be published. ${use.why} Replace it.` }]
  })
}

function picturesToHeed(facts: ChecklistFacts): ChecklistItem[] {
  return picturePlaces(facts).flatMap(({ name, at, picture: { use, isNobodys } }): ChecklistItem[] => {
    if (use.kind === 'warned') return [{ code: 'picture-rights', ...at, message: `${name}: ${use.why}` }]
    if (use.kind === 'blocked' || !isNobodys) return []
    const message = `${name} names nobody as its maker, and nobody has said on what terms it may be used.`
    return [{ code: 'picture-nobodys', ...at, message }]
  })
}

/** Blocks that would show readers nothing, or fewer stories than the editor chose. */
function missingTargets(facts: ChecklistFacts): ChecklistItem[] {
  return references(facts.manuscript.body)
    .filter(({ where }) => where !== 'text')
    .flatMap(({ article, where, elementId }): ChecklistItem[] => {
      const absence = article === facts.self ? 'is this story itself' : absenceOf(article, facts)
      if (!absence) return []
      const block = where === 'also-read' ? 'Also read' : 'Related news'
      const message = `${block}: ${named(article, facts)} ${absence}. Choose another story, or take it out.`
      return [{ code: 'target-missing', elementId, message }]
    })
}

/** Every translation must name the original, and the original none: otherwise they do not link each other. */
function wrongOriginal({ self, manuscript: { translationOfId }, original, versions }: ChecklistFacts): ChecklistItem[] {
  if (translationOfId === null) return []
  const remark = (message: string): ChecklistItem[] => [{ code: 'wrong-original', field: 'translationOfId', message }]
  if (translationOfId === self) return remark('The story is named as its own original. Choose the original.')
  if (!original) return remark('The original of this story does not exist. Choose another one, or none.')
  const headline = `“${headlineOf(original)}”`
  if (original.isDeleted) return remark(`The original, ${headline}, was deleted. Choose another one, or none.`)
  if (original.translationOfId !== null) {
    return remark(`The original, ${headline}, is a translation itself. Choose the story that it translates.`)
  }
  const translation = versions.find((version) => version.translationOfId === self)
  return translation
    ? remark(`“${headlineOf(translation)}” names this story as its original: it cannot be a translation as well.`)
    : []
}

function sameLanguage({ manuscript: { language }, original, versions }: ChecklistFacts): ChecklistItem[] {
  const others = [...(original ? [original] : []), ...versions]
  const same = others.find((version) => version.language.toLowerCase() === language.toLowerCase())
  if (!same) return []
  const name = nameOfLanguage(language, 'en')
  const message = `“${headlineOf(same)}” tells the same story in ${name} already. Search engines show one of two versions in one language.`
  return [{ code: 'same-language', field: 'language', message }]
}

function headlineOf({ id, headline }: VersionAhead): string {
  return visibleText(headline) || `Story ${id}`
}

function linksToNowhere(facts: ChecklistFacts): ChecklistItem[] {
  return references(facts.manuscript.body)
    .filter(({ where }) => where === 'text')
    .flatMap(({ article, elementId }): ChecklistItem[] => {
      const absence = absenceOf(article, facts)
      if (!absence) return []
      const message = `A link in the text leads to ${named(article, facts)}, which ${absence}: readers see the words without a link.`
      return [{ code: 'link-not-public', elementId, message }]
    })
}

/** Why the target is not public at the instant of publication, in an editor's words; null when it is. */
function absenceOf(id: number, { targets, at }: ChecklistFacts): string | null {
  const target = targets.get(id)
  if (!target) return 'does not exist'
  if (target.isDeleted) return 'was deleted'
  if (target.state === 'draft') return 'is still a draft'
  if (target.state === 'in-review') return 'is still in review'
  if (target.state === 'withdrawn') return 'was withdrawn'
  if (target.withdrawnAt && target.withdrawnAt <= at) return 'will be withdrawn by then'
  return target.publishedAt && target.publishedAt <= at ? null : 'is scheduled for later than this story'
}

function named(id: number, { targets }: ChecklistFacts): string {
  const headline = visibleText(targets.get(id)?.headline ?? '')
  return headline ? `“${headline}”` : `story ${id}`
}

const FIELD_NAMES: Partial<Record<string, string>> = {
  sectionId: 'section',
  topicIds: 'topics',
  bylines: 'bylines',
  leadMediaId: 'lead image',
  slug: 'address',
  seoTitle: 'title for search engines',
  seoDescription: 'description for search engines',
  translationOfId: 'original of the translation',
  isUnlisted: 'choice whether search engines list the story',
}

function undecided({ conflicts }: ChecklistFacts): ChecklistItem[] {
  return conflicts.map(({ place }) => {
    const elementId = elementIdIn(place)
    if (elementId !== null) {
      const message = 'Two people changed the same part of the text. Decide which version stays.'
      return { code: 'conflict', elementId, message }
    }
    const message = `Two people changed the ${FIELD_NAMES[place] ?? place}. Decide which version stays.`
    return { code: 'conflict', field: place as keyof Manuscript, message }
  })
}

function betterFields({ manuscript, pictures }: ChecklistFacts): ChecklistItem[] {
  const { headline, standfirst, leadMediaId, body } = manuscript
  const remarks: ChecklistItem[] = []
  const characters = [...visibleText(headline)].length
  if (characters > MAX_HEADLINE_CHARACTERS) {
    const message = `The headline has ${characters} characters. Search engines show at most ${MAX_HEADLINE_CHARACTERS}.`
    remarks.push({ code: 'headline-long', field: 'headline', message })
  }
  if (isBlank(standfirst)) {
    const message = 'There is no standfirst. Lists and search engines show it under the headline.'
    remarks.push({ code: 'no-standfirst', field: 'standfirst', message })
  }
  const lead = leadMediaId === null ? undefined : pictures.get(leadMediaId)
  if (!lead) {
    remarks.push({ code: 'no-lead', field: 'leadMediaId', message: 'There is no lead image.' })
  } else if (lead.widthPx < NARROWEST_LEAD_PX) {
    const message = `The lead image is ${lead.widthPx} pixels wide. Search engines show it large from ${NARROWEST_LEAD_PX}.`
    remarks.push({ code: 'lead-small', field: 'leadMediaId', message })
  }
  if (!body.some(({ type }) => type === 'also-read' || type === 'related-news')) {
    const message = 'No other story is named between the paragraphs. Add an Also read.'
    remarks.push({ code: 'no-also-read', field: 'body', message })
  }
  return remarks
}

function longParagraphs({ body, language }: Manuscript): ChecklistItem[] {
  // In a script without spaces a dictionary finds the words, and takes too long to look at all of a long story.
  const rate = hasSpaces(language) ? null : wordsPerCharacter(bodyWords(body), language)
  const words = (text: string) => (rate === null ? countWords(text, language) : Math.round(text.length * rate))
  const count = (element: BodyElement) => (element.type === 'paragraph' ? words(plainText(element.text)) : 0)
  return body
    .map((element) => ({ elementId: element.id, length: count(element) }))
    .filter(({ length }) => length > MAX_PARAGRAPH_WORDS)
    .map(({ elementId, length }) => {
      const message = `A paragraph has ${length} words. Shorter ones are easier to read on a phone.`
      return { code: 'paragraph-long', elementId, message }
    })
}
