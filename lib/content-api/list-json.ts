import { storyJson } from '@/lib/content-api/article-json'
import type { ListedStory } from '@/lib/content-api/listed-story'
import type { Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'

/** A page of a list of stories; `next` is the absolute address of the page after it, null on the last. */
export function listJson(stories: ListedStory[], next: string | null, publisher: Publisher): Answer<'StoryList'> {
  return { articles: stories.map((story) => storyJson(story, publisher)), next }
}
