import type {
  CreativeWork,
  LiveBlogPosting,
  NewsArticle,
  NewsMediaOrganization,
  Organization,
  Person,
} from 'schema-dts'
import type { Article, ArticleKind, Byline, Translation } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { languageVersions } from '@/lib/article/language-versions'
import { reviewedWork } from '@/lib/article/reviewed-work'
import { storyDescription } from '@/lib/article/story-description'
import { wordCount } from '@/lib/article/word-count'
import { authorJsonLd } from '@/lib/json-ld/author'
import { creatorJsonLd } from '@/lib/json-ld/creator'
import { pictureJsonLd, size } from '@/lib/json-ld/image'
import { liveCoverageJsonLd } from '@/lib/json-ld/live-coverage'
import { publisherJsonLd } from '@/lib/json-ld/organization'
import { type Publication, websiteId } from '@/lib/json-ld/publication'
import type { StorySoFar } from '@/lib/linking/timelines/timeline'
import { isSuitableForSharing } from '@/lib/pictures/crops'
import { storyCardImage } from '@/lib/pictures/sharing-image'
import { isoWithZone } from '@/lib/time/dates'

/** Features and interviews are reporting in long form; plain news may also be wire copy or a notice. */
const TYPES = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  feature: 'ReportageNewsArticle',
  interview: 'ReportageNewsArticle',
  review: 'ReviewNewsArticle',
  explainer: 'BackgroundNewsArticle',
} as const satisfies Record<Exclude<ArticleKind, 'live'>, string>

/**
 * A story for search engines (Google, Article structured data; schema.org, NewsArticle).
 * - Every author is a separate object, with their profile page where there is one; a story without a byline is by the paper.
 * - The pictures are the lead picture in three shapes; without one, or when it is too small to be shown large, the
 *   story's card.
 * - A translation names its original, an original its translations.
 * - It is part of the site, and of the timeline that it leads to.
 */
export function articleJsonLd(
  publication: Publication,
  article: Article,
  soFar: StorySoFar | null = null,
): NewsArticle | LiveBlogPosting {
  const { siteUrl, settings } = publication
  const { published, modified } = articleDates(article)
  const url = siteUrl + article.path
  const description = storyDescription(article)
  const section = article.sections.at(-1)
  const shared = {
    '@id': articleId(publication, article),
    url,
    mainEntityOfPage: { '@type': 'WebPage' as const, '@id': url },
    headline: article.headline,
    ...(description && { description }),
    image: imagesJsonLd(publication, article),
    datePublished: isoWithZone(published, settings.timeZone),
    dateModified: isoWithZone(modified, settings.timeZone),
    author: authorsJsonLd(publication, article.bylines),
    publisher: publisherJsonLd(publication),
    isPartOf: partOfJsonLd(publication, soFar),
    ...(section && { articleSection: section.name }),
    ...(article.topics.length && { keywords: article.topics.map(({ name }) => name) }),
    inLanguage: article.language,
    wordCount: wordCount(article.body, article.language),
    isAccessibleForFree: true,
    ...correctionsJsonLd(publication, article),
    ...translationsJsonLd(publication, article),
  }
  if (article.kind === 'live') {
    return { '@type': 'LiveBlogPosting', ...shared, ...liveCoverageJsonLd(publication, article) }
  }
  return {
    '@type': TYPES[article.kind],
    ...shared,
    ...(article.dateline && { dateline: article.dateline }),
    ...(article.kind === 'review' && reviewedJsonLd(article)),
  }
}

/** What the story is a part of: its page of a list describes the timeline further, under the same id. */
function partOfJsonLd(publication: Publication, soFar: StorySoFar | null) {
  const site = { '@id': websiteId(publication) }
  if (!soFar) return site
  const url = publication.siteUrl + soFar.path
  return [site, { '@type': 'CollectionPage' as const, '@id': url, url, name: soFar.name }]
}

/** Google, Review snippet: a review has to name what it is about. */
function reviewedJsonLd(article: Article) {
  const work = reviewedWork(article)
  return work ? { itemReviewed: { '@type': work.type, name: work.name } } : {}
}

/** The `@id` of a story in every graph. */
function articleId({ siteUrl }: Publication, { path }: Pick<Article, 'path'>): string {
  return `${siteUrl}${path}#article`
}

function imagesJsonLd(publication: Publication, article: Article) {
  const { leadPicture } = article
  const pictures = leadPicture ? pictureJsonLd(publication, leadPicture) : []
  if (leadPicture && isSuitableForSharing(leadPicture)) return pictures
  const { path, widthPx, heightPx } = storyCardImage(article, publication.settings)
  const url = publication.siteUrl + path
  return [...pictures, { '@type': 'ImageObject' as const, url, contentUrl: url, ...size(widthPx, heightPx) }]
}

function authorsJsonLd(publication: Publication, bylines: Byline[]): (Person | Organization | NewsMediaOrganization)[] {
  const { name: paper, organisation } = publication.settings
  if (!bylines.length) return [publisherJsonLd(publication)]
  return bylines.map(({ name, authorSlug }) =>
    authorSlug === null
      ? creatorJsonLd(name, [paper, organisation.legalName])
      : authorJsonLd(publication, { slug: authorSlug, name }),
  )
}

function correctionsJsonLd({ siteUrl, settings }: Publication, { path, corrections }: Article) {
  if (!corrections.length) return {}
  return {
    correction: corrections.map(({ note, correctedAt }) => ({
      '@type': 'CorrectionComment' as const,
      text: note,
      datePublished: isoWithZone(correctedAt, settings.timeZone),
      url: `${siteUrl}${path}#corrections`,
    })),
  }
}

/** The versions that the head lists, and no others: a version that it leaves out is not named here either. */
function translationsJsonLd(publication: Publication, article: Article) {
  const listed = new Set(languageVersions(article).map(({ path }) => path))
  const translations = article.translations.filter(({ path }) => listed.has(path))
  if (article.isOriginal) {
    const works = translations.map((translation) => versionJsonLd(publication, translation))
    return works.length ? { workTranslation: works } : {}
  }
  const original = translations.find((translation) => translation.isOriginal)
  return original ? { translationOfWork: versionJsonLd(publication, original) } : {}
}

/** A reference to another version; its own page describes it. */
function versionJsonLd(publication: Publication, translation: Translation): CreativeWork {
  const { path, headline, language } = translation
  return {
    '@type': 'CreativeWork',
    '@id': articleId(publication, translation),
    url: publication.siteUrl + path,
    name: headline,
    inLanguage: language,
  }
}
