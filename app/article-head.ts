import type { Metadata } from 'next'
import { head } from '@/app/head'
import { type Surroundings, siteUrl } from '@/app/reads'
import type { Article } from '@/lib/article'
import { articleDates } from '@/lib/article-dates'
import { isoWithZone } from '@/lib/dates'
import { articleFormatPath, oEmbedPath } from '@/lib/document-paths'
import { languageVersions } from '@/lib/language-versions'
import { openGraphLocale } from '@/lib/open-graph-locale'
import { authorPath } from '@/lib/paths'
import { storyImage } from '@/lib/sharing-image'
import { storyDescription } from '@/lib/story-description'

/** The head of a story: what every page has, its dates, its authors, its versions and its other forms. */
export function articleHead(surroundings: Surroundings, article: Article): Metadata {
  const { settings } = surroundings
  const { headline, path, seoTitle, isUnlisted } = article
  const every = head(surroundings, {
    title: seoTitle ?? headline,
    description: storyDescription(article),
    path,
    unlisted: isUnlisted,
    image: storyImage(article, settings),
  })
  const { published, modified } = articleDates(article)
  return {
    ...every,
    alternates: {
      ...every.alternates,
      languages: Object.fromEntries(
        languageVersions(article).map((version) => [version.language, siteUrl() + version.path]),
      ),
      types: { ...every.alternates?.types, ...otherForms(article) },
    },
    openGraph: {
      ...every.openGraph,
      type: 'article',
      locale: openGraphLocale(article.language),
      alternateLocale: article.translations.map(({ language }) => openGraphLocale(language)),
      publishedTime: isoWithZone(published, settings.timeZone),
      modifiedTime: isoWithZone(modified, settings.timeZone),
      authors: authorsOf(article, settings.name),
      section: article.sections.at(-1)?.name,
      tags: article.topics.map(({ name }) => name),
    },
  }
}

/** Each by their page where they have one; a story without a byline is the paper's own. */
function authorsOf({ bylines }: Article, paper: string): string[] {
  if (!bylines.length) return [paper]
  return bylines.map(({ name, authorSlug }) => (authorSlug === null ? name : siteUrl() + authorPath(authorSlug)))
}

/** The story as data and as Markdown, and how it is shown on other sites. */
function otherForms({ path, headline: title }: Article) {
  const address = siteUrl() + path
  return {
    'application/json': [{ url: siteUrl() + articleFormatPath(path, 'json'), title }],
    'text/markdown': [{ url: siteUrl() + articleFormatPath(path, 'md'), title }],
    'application/json+oembed': [{ url: siteUrl() + oEmbedPath(address), title }],
    'text/xml+oembed': [{ url: siteUrl() + oEmbedPath(address, 'xml'), title }],
  }
}
