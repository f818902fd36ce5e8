import type { Article, Teaser } from '@/lib/article/article'
import type { Body } from '@/lib/article/body'
import { elementWords } from '@/lib/article/body-words'
import { readableText } from '@/lib/article/readable-text'
import { isBlank } from '@/lib/text/visible-text'

/** Search engines show about this much of a description. */
const MAX_CHARACTERS = 160

/**
 * A short description of a story for search engines and social networks: what an editor wrote for them, else the
 * standfirst, else the beginning of the first paragraph or of whatever else has words, cut between words, else the
 * headline. Empty only for a story without words and headline.
 */
export function storyDescription({
  seoDescription,
  standfirst,
  body,
  headline,
}: Pick<Article, 'seoDescription' | 'standfirst' | 'body' | 'headline'>): string {
  if (seoDescription !== null && !isBlank(seoDescription)) return seoDescription
  if (!isBlank(standfirst)) return standfirst
  return bodyDescription(body) || headline
}

/**
 * The beginning of the first paragraph of a text, or of whatever else has words, cut between words. Empty for a text
 * without words.
 */
export function bodyDescription(body: Body): string {
  const paragraphs = body.filter(({ type }) => type === 'paragraph')
  for (const element of [...paragraphs, ...body]) {
    const words = elementWords(element, readableText).replace(/\s+/gu, ' ').trim()
    if (!isBlank(words)) return beginning(words)
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
    if ([...longer].length > MAX_CHARACTERS) break
    described = longer
  }
  return described || beginning(stories[0]?.headline ?? '')
}

function beginning(words: string): string {
  const characters = [...words]
  if (characters.length <= MAX_CHARACTERS) return words
  const cut = characters.slice(0, MAX_CHARACTERS).join('')
  // A text without spaces is cut at the limit.
  return `${cut.replace(/\s+\S*$/u, '').replace(/[\s,;:–—-]+$/u, '')}…`
}
