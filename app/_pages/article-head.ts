import type { Metadata } from 'next'
import { head } from '@/app/_pages/head'
import { type PageChrome, siteUrl } from '@/app/reads'
import { articleFormatPath, oEmbedPath } from '@/lib/addresses/document-paths'
import { authorPath } from '@/lib/addresses/paths'
import type { Article } from '@/lib/article/article'
import { articleDates } from '@/lib/article/article-dates'
import { languageVersions } from '@/lib/article/language-versions'
import { searchTitle } from '@/lib/article/search-title'
import { storyDescription } from '@/lib/article/story-description'
import { openGraphLocale } from '@/lib/crawlers/open-graph-locale'
import { storyImage } from '@/lib/pictures/sharing-image'
import { isoWithZone } from '@/lib/time/dates'

/** The head of a story: what every page has, its dates, its authors, its versions and its other forms. */
export function articleHead(chrome: PageChrome, article: Article): Metadata {
  const { settings } = chrome
  const { path, isUnlisted } = article
  const versions = languageVersions(article)
  const every = head(chrome, {
    title: searchTitle(article),
    description: storyDescription(article),
    path,
    unlisted: isUnlisted,
    image: storyImage(article, settings),
  })
  const { published, modified } = articleDates(article)
  const locale = openGraphLocale(article.language)
  // Two languages may share a locale of Open Graph.
  const locales = new Set(
    versions.flatMap(({ language }) => (language === 'x-default' ? [] : openGraphLocale(language))),
  )
  locales.delete(locale)
  return {
    ...every,
    alternates: {
      ...every.alternates,
      languages: Object.fromEntries(versions.map((version) => [version.language, siteUrl() + version.path])),
      types: { ...every.alternates?.types, ...otherForms(article) },
    },
    openGraph: {
      ...every.openGraph,
      type: 'article',
      locale,
      alternateLocale: [...locales],
      publishedTime: isoWithZone(published, settings.timeZone),
      modifiedTime: isoWithZone(modified, settings.timeZone),
      authors: authorsOf(article, settings.name),
      section: article.sections.at(-1)?.name,
      tags: article.topics.map(({ name }) => name),
    },
  }
}

/** The plain names of the authors; a story without a byline is the paper's own. */
export function authorNames({ bylines }: Pick<Article, 'bylines'>, paper: string): string[] {
  return bylines.length ? bylines.map(({ name }) => name) : [paper]
}

/** Each by their page where they have one, as Open Graph asks for an address. */
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
