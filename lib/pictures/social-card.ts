import type { Article, SiteSettings } from '@/lib/article/article'
import { directionOf } from '@/lib/paper/language'
import { contentHash } from '@/lib/pictures/content-hash'

/** The words of a card that stands for a page where it is shared. Empty where there are none. */
export interface SocialCard {
  kicker: string
  section: string
  headline: string
  /** BCP 47 tag of kicker and headline. */
  language: string
  /** Under the headline: whose card it is. */
  signature: string
}

/** Pixels: what social networks show large (Open Graph practice, 1.91 to 1). */
export const CARD_WIDTH_PX = 1200
export const CARD_HEIGHT_PX = 630

/** Counts the ways in which cards were drawn; a new one gives every card a new address. */
const TEMPLATE = '1'

/** The card of a story, to be used where it has no picture that can be shared. */
export function storyCard(
  { kicker, headline, language, sections }: Pick<Article, 'kicker' | 'headline' | 'language' | 'sections'>,
  { name }: Pick<SiteSettings, 'name'>,
): SocialCard {
  return { kicker, section: sections.at(-1)?.name ?? '', headline, language, signature: name }
}

/** The card of the paper, for its lists and standing pages. */
export function paperCard({
  name,
  tagline,
  language,
}: Pick<SiteSettings, 'name' | 'tagline' | 'language'>): SocialCard {
  return { kicker: '', section: '', headline: name, language, signature: tagline }
}

/** Changes with everything that is drawn, so that a card never changes under its address. */
export function socialCardHash({ kicker, section, headline, language, signature }: SocialCard): string {
  return contentHash([TEMPLATE, kicker, section, headline, language, signature])
}

/** What is drawn of a card, and at which side its lines begin. */
export interface DrawnWords {
  side: 'left' | 'right'
  label: string
  headline: string
  signature: string
}

/**
 * What can be drawn of `card` with letters for which `covers` is true.
 * - The label is the kicker, or the section where there is no kicker.
 * - Signs without a letter in the fonts, such as an emoji, are left out.
 * - Words with a letter that no font has are not drawn at all: boxes are no headline. The signature takes their place.
 */
export function drawnWords(card: SocialCard, covers: (codePoint: number) => boolean): DrawnWords {
  const [kicker, section, headline, signature] = [card.kicker, card.section, card.headline, card.signature].map(
    (words) => drawable(words, covers),
  ) as [string, string, string, string]
  const label = kicker || section
  return headline
    ? { side: directionOf(card.language) === 'rtl' ? 'right' : 'left', label, headline, signature }
    : { side: 'left', label, headline: signature, signature: '' }
}

const LETTER = /[\p{L}\p{M}\p{N}]/u
/** Marks, joiners and selectors that are never seen by themselves (Unicode, Default_Ignorable_Code_Point). */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u

function drawable(words: string, covers: (codePoint: number) => boolean): string {
  let drawn = ''
  for (const character of words.normalize('NFC')) {
    const isCovered = /\s/.test(character) || UNSEEN.test(character) || covers(character.codePointAt(0) ?? 0)
    if (isCovered) drawn += character
    else if (LETTER.test(character)) return ''
  }
  const tidy = drawn.replace(/\s+/g, ' ').trim()
  return LETTER.test(tidy) ? tidy : ''
}

/** Sizes of a headline in pixels; the first that fits is taken. In the last one five lines of Latin letters do. */
export const HEADLINE_SIZES_PX = [92, 80, 70, 62]

/** The first `count` words of a headline that is too long, and the sign that there were more; all of a short one. */
export function shortened(headline: string, count: number): string {
  const words = headline.split(' ')
  if (words.length <= count) return headline
  const kept = words.slice(0, count).join(' ')
  return `${kept.replace(/[\p{P}\s]+$/u, '')}…`
}
