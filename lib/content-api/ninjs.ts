import { authorPath, sectionPath, topicPath } from '@/lib/addresses/paths'
import type { Article, ArticleKind, LinkTarget } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { wordCount } from '@/lib/article/word-count'
import { bodyHtml } from '@/lib/content-api/body-html'
import { bodyText } from '@/lib/content-api/body-text'
import type { InTimeline, ListedStory } from '@/lib/content-api/listed-story'
import { ninjsPicture } from '@/lib/content-api/ninjs-picture'
import { absoluteUrl, isoInstant, type Publisher } from '@/lib/content-api/publisher'
import { apiArticlePath } from '@/lib/content-api/request'
import type { ReaderBody, ReaderFigure } from '@/lib/linking/reader-body'

/** IPTC ninjs 3.1 (github.com/iptc/newsinjson, specification/ninjs-schema_3.1.json). */
const STANDARD = {
  name: 'ninjs',
  version: '3.1',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
}

/** IPTC NewsCodes, scheme genre. */
const GENRES: Record<ArticleKind, string> = {
  news: 'Current',
  analysis: 'Analysis',
  opinion: 'Opinion',
  feature: 'Feature',
  interview: 'Interview',
  review: 'Review',
  explainer: 'Background',
  live: 'Update',
}

/**
 * A whole story as ninjs 3.1. Its uri is the API address of the article, which never changes; altIds hold its public address.
 * Properties that the newsroom does not set, such as urgency, are left out.
 */
export function ninjsArticle(article: InTimeline<Article>, body: ReaderBody, publisher: Publisher) {
  const text = bodyText(body)
  const figures = figuresOf(article.leadPicture, body)
  return {
    standard: STANDARD,
    ...ninjsStory(article, publisher),
    representationType: 'full' as const,
    profile: figures.length ? 'text-picture' : 'text-only',
    bodies: [
      {
        role: 'main',
        contentType: 'text/plain',
        charCount: [...text].length,
        wordCount: wordCount(article.body, article.language),
        value: text,
      },
      { role: 'main', contentType: 'text/html', value: bodyHtml(article, body, publisher) },
    ],
    descriptions: [
      ...summary(article),
      ...article.corrections.map(({ note }) => ({ role: 'correction', contentType: 'text/plain', value: note })),
    ],
    associations: [
      ...figures.map((figure, index) => ninjsPicture(figure, index + 1, publisher)),
      ...targetsIn(body).map((target) => link(target, 'seeAlso', publisher)),
      ...article.translations.map((version) => link(version, 'translation', publisher)),
    ],
  }
}

/** A page of a list as one ninjs document: a composite whose associations are the stories, in their order. */
export function ninjsList(stories: ListedStory[], at: { path: string; title: string }, publisher: Publisher) {
  return {
    standard: STANDARD,
    uri: absoluteUrl(publisher, at.path),
    type: 'composite' as const,
    title: at.title,
    language: publisher.settings.language,
    associations: stories.map((story) => ({
      name: `story-${story.id}`,
      ...ninjsStory(story, publisher),
      representationType: 'partial' as const,
      descriptions: summary(story),
      ...(story.leadPicture && { associations: [ninjsPicture(leadFigure(story.leadPicture), 1, publisher)] }),
    })),
  }
}

/** The properties that lists and whole stories share. */
function ninjsStory(story: ListedStory, publisher: Publisher) {
  const { published, modified } = articleDates(story)
  const { settings } = publisher
  const holder = settings.organisation.legalName || settings.name
  const firstPublished = isoInstant(publisher, published)
  return {
    uri: uriOf(story.id, publisher),
    type: 'text' as const,
    language: story.language,
    versionCreated: isoInstant(publisher, modified),
    firstCreated: firstPublished,
    contentCreated: firstPublished,
    pubStatus: 'usable' as const,
    ...(story.slug && { slugline: story.slug }),
    headlines: [
      { role: 'main', contentType: 'text/plain', value: story.headline },
      ...(story.kicker ? [{ role: 'kicker', contentType: 'text/plain', value: story.kicker }] : []),
    ],
    ...(story.bylines.length && { by: inWords(story.bylines.map(({ name }) => name)) }),
    ...(story.dateline && { located: story.dateline }),
    infoSources: [
      { name: settings.name, role: 'publisher', uri: absoluteUrl(publisher, '/') },
      ...story.bylines.map(({ name, authorSlug }) => ({
        name,
        role: 'author',
        ...(authorSlug !== null && { uri: absoluteUrl(publisher, authorPath(authorSlug)) }),
      })),
    ],
    subjects: [
      ...story.sections.map(({ name, slug }) => subject(name, slug, 'section', sectionPath(slug), publisher)),
      ...story.topics.map(({ name, slug }) => subject(name, slug, 'about', topicPath(slug), publisher)),
    ],
    ...(story.soFar && {
      events: [{ name: story.soFar.name, rel: 'about', uri: absoluteUrl(publisher, story.soFar.path) }],
    }),
    genres: [{ name: GENRES[story.kind], uri: `http://cv.iptc.org/newscodes/genre/${GENRES[story.kind]}` }],
    copyrightHolder: holder,
    copyrightNotice: `© ${firstPublished.slice(0, 4)} ${holder}`,
    altIds: [
      { role: 'id', value: String(story.id) },
      { role: 'url', value: absoluteUrl(publisher, story.path) },
    ],
  }
}

function uriOf(id: number, publisher: Publisher): string {
  return absoluteUrl(publisher, apiArticlePath(id))
}

function summary({ standfirst }: Pick<ListedStory, 'standfirst'>) {
  return standfirst ? [{ role: 'summary', contentType: 'text/plain', value: standfirst }] : []
}

function subject(name: string, literal: string, rel: string, path: string, publisher: Publisher) {
  return { name, rel, literal, uri: absoluteUrl(publisher, path) }
}

/** The lead picture first, then those of the text, each once. */
function figuresOf(lead: Article['leadPicture'], body: ReaderBody): ReaderFigure[] {
  const inText = body.flatMap((element) => {
    if (element.type === 'image') return [element.figure]
    return element.type === 'gallery' ? element.figures : []
  })
  const all = lead ? [leadFigure(lead), ...inText] : inText
  return all.filter(({ picture }, place) => all.findIndex((other) => other.picture.id === picture.id) === place)
}

function leadFigure(picture: NonNullable<Article['leadPicture']>): ReaderFigure {
  return { picture, caption: picture.caption, credit: picture.credit }
}

function targetsIn(body: ReaderBody): LinkTarget[] {
  return body.flatMap((element) => {
    if (element.type === 'also-read') return [element.target]
    return element.type === 'related-news' ? element.targets : []
  })
}

/** Another story of the paper: the target of a reference, or a version in another language. */
function link(
  { id, headline, language, path }: Pick<LinkTarget, 'id' | 'headline' | 'language' | 'path'>,
  rel: 'seeAlso' | 'translation',
  publisher: Publisher,
) {
  return {
    name: `${rel}-${id}`,
    rel,
    uri: uriOf(id, publisher),
    type: 'text' as const,
    language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: headline }],
    altIds: [{ role: 'url', value: absoluteUrl(publisher, path) }],
  }
}

function inWords(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names)
}
