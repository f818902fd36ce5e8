import { articleFormatPath } from '@/lib/addresses/document-paths'
import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { wordCount } from '@/lib/article/word-count'
import { bodyHtml } from '@/lib/content-api/body-html'
import { bodyText } from '@/lib/content-api/body-text'
import { elementsJson } from '@/lib/content-api/elements-json'
import type { InTimeline, ListedStory } from '@/lib/content-api/listed-story'
import { bylineRef, sectionRef, timelineRef, topicRef } from '@/lib/content-api/named-json'
import { pictureJson } from '@/lib/content-api/picture-json'
import { absoluteUrl, isoInstant, type Publisher } from '@/lib/content-api/publisher'
import { apiArticlePath } from '@/lib/content-api/request'
import type { Answer } from '@/lib/content-api/schemas'
import type { ReaderBody } from '@/lib/linking/reader-body'

/** A story as in lists: everything but its text. */
export function storyJson(story: ListedStory, publisher: Publisher): Answer<'Story'> {
  const { published, updated, modified } = articleDates(story)
  const address = (path: string) => absoluteUrl(publisher, path)
  return {
    id: story.id,
    url: address(story.path),
    kind: story.kind,
    language: story.language,
    headline: story.headline,
    kicker: story.kicker,
    standfirst: story.standfirst,
    dateline: story.dateline,
    published: isoInstant(publisher, published),
    updated: updated && isoInstant(publisher, updated),
    modified: isoInstant(publisher, modified),
    /** From the top of the tree down to the story's own. */
    sections: story.sections.map((section) => sectionRef(section, publisher)),
    topics: story.topics.map((topic) => topicRef(topic, publisher)),
    timeline: story.soFar && timelineRef(story.soFar, publisher),
    authors: story.bylines.map((byline) => bylineRef(byline, publisher)),
    picture: story.leadPicture && pictureJson(story.leadPicture, publisher),
    unlisted: story.isUnlisted,
    formats: {
      json: address(articleFormatPath(story.path, 'json')),
      markdown: address(articleFormatPath(story.path, 'md')),
      ninjs: `${address(apiArticlePath(story.id))}?format=ninjs`,
    },
  }
}

/** A whole story; its body as typed elements, as HTML without scripts, and as plain text. */
export function articleJson(article: InTimeline<Article>, body: ReaderBody, publisher: Publisher): Answer<'Article'> {
  return {
    ...storyJson(article, publisher),
    wordCount: wordCount(article.body, article.language),
    corrections: article.corrections.map(({ note, correctedAt }) => ({
      note,
      corrected: isoInstant(publisher, correctedAt),
    })),
    translations: article.translations.map(({ id, headline, language, path, isOriginal }) => ({
      id,
      headline,
      language,
      original: isOriginal,
      url: absoluteUrl(publisher, path),
    })),
    body: {
      elements: elementsJson(body, publisher),
      html: bodyHtml(article, body, publisher),
      text: bodyText(body),
    },
  }
}
