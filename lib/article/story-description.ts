import type { Article, Teaser } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { readableText } from '@/lib/article/readable-text'
import { isBlank } from '@/lib/text/visible-text'

/** Search engines show about this much of a description. */
const MOST_CHARACTERS = 160

/**
 * A short description of a story for search engines and social networks: what an editor wrote for them, else the
 * standfirst, else the beginning of the first paragraph, cut between words. Empty only for a story without words.
 */
export function storyDescription({
  seoDescription,
  standfirst,
  body,
}: Pick<Article, 'seoDescription' | 'standfirst' | 'body'>): string {
  if (seoDescription !== null && !isBlank(seoDescription)) return seoDescription
  if (!isBlank(standfirst)) return standfirst
  return bodyDescription(body)
}

/** The beginning of the first paragraph of a text, cut between words. Empty for a text without one. */
export function bodyDescription(body: Body): string {
  for (const element of body) {
    const words = element.type === 'paragraph' ? readableText(element.text).replace(/\s+/gu, ' ').trim() : ''
    if (words) return beginning(words)
  }
  return ''
}

/**
 * A short description of a list that nobody described: the headlines of its newest stories, as many as have room. Empty
 * for a list without stories.
 */
export function listDescription(stories: Pick<Teaser, 'headline'>[]): string {
  let described = ''
  for (const { headline } of stories) {
    const longer = described ? `${described} · ${headline}` : headline
    if ([...longer].length > MOST_CHARACTERS) break
    described = longer
  }
  return described || beginning(stories[0]?.headline ?? '')
}

function beginning(words: string): string {
  const characters = [...words]
  if (characters.length <= MOST_CHARACTERS) return words
  const cut = characters.slice(0, MOST_CHARACTERS).join('')
  // A text without spaces is cut at the limit.
  return `${cut.replace(/\s+\S*$/u, '').replace(/[\s,;:–—-]+$/u, '')}…`
}
