import type { ArticleState } from '@/lib/article/article'
import { type BodyElement, plainText, type Text } from '@/lib/article/body'
import type { Manuscript } from '@/lib/article/manuscript'
import { missingFields, unfinishedElements } from '@/lib/article/readiness'
import type { Checklist, ChecklistItem } from '@/lib/desk/articles/checklist'
import { mediaShown, references } from '@/lib/linking/references'
import { elementIdIn } from '@/lib/merging/set-aside'

/** A story that the text refers to, as it will be for readers at the instant in question. */
export interface TargetAhead {
  headline: string
  state: ArticleState
  /** Whether it was deleted. */
  isDeleted: boolean
  /** In the future while scheduled; null until either. */
  publishedAt: Date | null
  /** The instant of its end; null without one. */
  withdrawnAt: Date | null
}

/** A version of the story in another language. */
export interface VersionAhead {
  id: number
  headline: string
  language: string
  /** The original that it names; null for an original. */
  translationOfId: number | null
}

/** The story that the manuscript says it translates. */
export interface OriginalAhead extends VersionAhead {
  /** Whether it was deleted. */
  isDeleted: boolean
}

/** What the store knows around a manuscript. */
export interface ChecklistFacts {
  /** The id of the story itself. */
  self: number
  manuscript: Manuscript
  /** When the story is to be public, or was. */
  at: Date
  /** The pictures that it shows; one that is missing here has left the store. */
  pictures: ReadonlyMap<number, { alt: string; widthPx: number }>
  /** The stories that it refers to; one that is missing here does not exist. */
  targets: ReadonlyMap<number, TargetAhead>
  /** The original that the manuscript names; null when it names none, or one that does not exist. */
  original: OriginalAhead | null
  /** The other stories that name the same original as this one, or this one as theirs; by id. */
  versions: VersionAhead[]
  /** Where two versions wait for a decision: a field, or `body:` and the id of an element. */
  conflicts: { place: string }[]
}

export const LONGEST_HEADLINE_CHARACTERS = 110 // Google, Article structured data: headline
export const NARROWEST_LEAD_PX = 1200 // Google Discover: large images
const LONGEST_PARAGRAPH_WORDS = 150

/** What there is to say about a story that is to be public at `at`: fields first, then the text in reading order. */
export function checklist(facts: ChecklistFacts): Checklist {
  const { manuscript } = facts
  return {
    blockers: [
      ...missingFields(manuscript),
      ...undescribedLead(facts),
      ...unfinishedElements(manuscript),
      ...undescribedPictures(facts),
      ...missingTargets(facts),
      ...wrongOriginal(facts),
      ...undecided(facts),
    ],
    advice: [...betterFields(facts), ...sameLanguage(facts), ...longParagraphs(manuscript), ...linksToNowhere(facts)],
  }
}

function undescribedLead({ manuscript: { leadMediaId }, pictures }: ChecklistFacts): ChecklistItem[] {
  const lead = leadMediaId === null ? null : pictures.get(leadMediaId)
  if (!lead || lead.alt.trim()) return []
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
    if (shown.some((picture) => picture && !picture.alt.trim())) {
      const message = `A picture ${where}has no alt text. Describe what it shows.`
      remarks.push({ code: 'no-alt', elementId: element.id, message })
    }
    return remarks
  })
}

/** Blocks that would show readers nothing, or less than the editor put there. */
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

/** Every version of a story names the original, and the original none: else they do not find each other. */
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
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
  const message = `“${headlineOf(same)}” tells the same story in ${name} already. Search engines show one of two versions in one language.`
  return [{ code: 'same-language', field: 'language', message }]
}

function headlineOf({ id, headline }: VersionAhead): string {
  return headline.trim() || `Story ${id}`
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

/** Why readers would not find the target at the instant in question; null when they would. */
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
  const headline = targets.get(id)?.headline.trim()
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
  const characters = [...headline.trim()].length
  if (characters > LONGEST_HEADLINE_CHARACTERS) {
    const message = `The headline has ${characters} characters. Search engines show at most ${LONGEST_HEADLINE_CHARACTERS}.`
    remarks.push({ code: 'headline-long', field: 'headline', message })
  }
  if (!standfirst.trim()) {
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
  // By the language, because not every script parts its words with spaces (Unicode UAX 29).
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  const words = (text: Text) => [...segmenter.segment(plainText(text))].filter(({ isWordLike }) => isWordLike).length
  const count = (element: BodyElement) => (element.type === 'paragraph' ? words(element.text) : 0)
  return body
    .map((element) => ({ elementId: element.id, length: count(element) }))
    .filter(({ length }) => length > LONGEST_PARAGRAPH_WORDS)
    .map(({ elementId, length }) => {
      const message = `A paragraph has ${length} words. Shorter ones are easier to read on a phone.`
      return { code: 'paragraph-long', elementId, message }
    })
}
