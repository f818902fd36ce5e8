import { articles } from '@/db/store/schema'

/** The columns of an article that a link to it is made of; its path needs the slug of its section as well. */
export const linkColumns = {
  id: articles.id,
  headline: articles.headline,
  language: articles.language,
  slug: articles.slug,
}

/** The columns of an article that a teaser is made of. */
export const teaserColumns = {
  ...linkColumns,
  kicker: articles.kicker,
  standfirst: articles.standfirst,
  kind: articles.kind,
  publishedAt: articles.publishedAt,
}
