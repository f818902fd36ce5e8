import type { Article } from '@/lib/article/article'
import { directionOf } from '@/lib/paper/language'
import type { SiteSettings } from '@/lib/paper/site-settings'
import { contentHash } from '@/lib/pictures/content-hash'

/** The words on the card that represents a page where it is shared; an absent part is empty. */
export interface SocialCard {
  kicker: string
  section: string
  headline: string
  /** BCP 47 tag of kicker and headline. */
  language: string
  /** The line below the headline: the paper's name, or on its own card the tagline. */
  signature: string
}

/** In pixels. Social networks show this size large (Open Graph practice, 1.91 to 1). */
export const CARD_WIDTH_PX = 1200
export const CARD_HEIGHT_PX = 630

/** The version of the drawing. Raise it when cards are drawn differently, so that every card gets a new address. */
const TEMPLATE = '1'

/** The card of a story, for a story without a picture that can be shared. */
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

/** A hash of everything that is drawn, so that a card never changes under its address. */
export function socialCardHash({ kicker, section, headline, language, signature }: SocialCard): string {
  return contentHash([TEMPLATE, kicker, section, headline, language, signature])
}

/** What is drawn on a card, and at which side its lines begin. */
export interface DrawnWords {
  side: 'left' | 'right'
  label: string
  headline: string
  signature: string
}

/**
 * The part of `card` that can be drawn; `covers` says whether the fonts have a code point.
 * - The label is the kicker, or the section where there is no kicker.
 * - Symbols that no font has, such as emoji, are left out.
 * - A text with a letter that no font has is not drawn at all. The signature replaces such a headline.
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
/** Marks, joiners and selectors that are invisible by themselves (Unicode, Default_Ignorable_Code_Point). */
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

/** Sizes of a headline in pixels; the first that fits is used. Five lines of Latin letters fit in the last one. */
export const HEADLINE_SIZES_PX = [92, 80, 70, 62]

/** The first `count` words of a longer headline and an ellipsis; a shorter headline unchanged. */
export function shortened(headline: string, count: number): string {
  const words = headline.split(' ')
  if (words.length <= count) return headline
  const kept = words.slice(0, count).join(' ')
  return `${kept.replace(/[\p{P}\s]+$/u, '')}…`
}
