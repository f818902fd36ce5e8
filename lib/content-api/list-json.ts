import { storyJson } from '@/lib/content-api/article-json'
import type { ListedStory } from '@/lib/content-api/listed-story'
import type { Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'
import type { MarkedText } from '@/lib/search/marked-text'

/** A page of a list of stories; `next` is the absolute address of the page after it, null on the last. */
export function listJson(stories: ListedStory[], next: string | null, publisher: Publisher): Answer<'StoryList'> {
  return { articles: stories.map((story) => storyJson(story, publisher)), next }
}

/** What a search adds to a page of stories. */
export interface SearchedWords {
  /** The words of each story in which something was found. */
  texts: { id: number; headline: MarkedText; passage: MarkedText }[]
  /** Another spelling, which finds more; null for none. */
  didYouMean: string | null
}

/** The same of a search. A story whose words are missing has none that are marked. */
export function foundListJson(
  stories: ListedStory[],
  { next, texts, didYouMean }: SearchedWords & { next: string | null },
  publisher: Publisher,
): Answer<'FoundStoryList'> {
  const byId = new Map(texts.map((text) => [text.id, text]))
  return {
    articles: stories.map((story) => ({
      ...storyJson(story, publisher),
      found: { headline: marked(byId.get(story.id)?.headline), passage: marked(byId.get(story.id)?.passage) },
    })),
    next,
    didYouMean,
  }
}

function marked(parts: MarkedText = []): Answer<'Marked'> {
  return parts.map(({ text, isFound }) => ({ text, found: isFound }))
}
