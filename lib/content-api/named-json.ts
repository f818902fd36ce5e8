import { authorPath, sectionPath, timelinePath, topicPath } from '@/lib/addresses/paths'
import type { Author, Byline, Section, Topic } from '@/lib/article/article'
import { pictureJson } from '@/lib/content-api/picture-json'
import { absoluteUrl, type Publisher } from '@/lib/content-api/publisher'
import type { Answer } from '@/lib/content-api/schemas'
import type { ShownTimeline } from '@/lib/linking/timelines/timeline'

/** A section, as a reference within another answer. */
export function sectionRef({ id, slug, name }: Section, publisher: Publisher): Answer<'Name'> {
  return { id, slug, name, url: absoluteUrl(publisher, sectionPath(slug)) }
}

/** A topic, as a reference within another answer. */
export function topicRef({ id, slug, name }: Topic, publisher: Publisher): Answer<'Name'> {
  return { id, slug, name, url: absoluteUrl(publisher, topicPath(slug)) }
}

/** A timeline, as a reference within another answer. */
export function timelineRef(
  { id, slug, name }: Pick<ShownTimeline, 'id' | 'slug' | 'name'>,
  publisher: Publisher,
): Answer<'Name'> {
  return { id, slug, name, url: absoluteUrl(publisher, timelinePath(slug)) }
}

/** One name of a byline; slug and url are null without a profile page. */
export function bylineRef({ name, authorSlug }: Byline, publisher: Publisher) {
  return { name, slug: authorSlug, url: authorSlug === null ? null : absoluteUrl(publisher, authorPath(authorSlug)) }
}

/** The answer of /api/v1/sections; `all` is in the order of the tree. */
export function sectionsJson(all: Section[], publisher: Publisher): Answer<'SectionTree'> {
  const below = (parentId: number | null): Answer<'Section'>[] =>
    all
      .filter((section) => section.parentId === parentId)
      .map((section) => ({
        ...sectionRef(section, publisher),
        description: section.description,
        sections: below(section.id),
      }))
  return { sections: below(null) }
}

/** The answer of /api/v1/topics. */
export function topicsJson(all: Topic[], publisher: Publisher): Answer<'TopicList'> {
  return { topics: all.map((topic) => ({ ...topicRef(topic, publisher), description: topic.description })) }
}

/** The answer of /api/v1/timelines. */
export function timelinesJson(all: ShownTimeline[], publisher: Publisher): Answer<'TimelineList'> {
  return {
    timelines: all.map((timeline) => ({
      ...timelineRef(timeline, publisher),
      description: timeline.introduction,
      language: timeline.language,
      stories: timeline.stories,
    })),
  }
}

/** The answer of /api/v1/authors. */
export function authorsJson(all: Author[], publisher: Publisher): Answer<'AuthorList'> {
  return {
    authors: all.map(({ id, slug, name, role, bio, email, links, portrait }) => ({
      id,
      slug,
      name,
      role,
      bio,
      email,
      links,
      url: absoluteUrl(publisher, authorPath(slug)),
      portrait: portrait && pictureJson(portrait, publisher),
    })),
  }
}
