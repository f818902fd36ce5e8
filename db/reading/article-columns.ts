import { articles } from '@/db/store/schema'

/** The columns of an article that a link needs. Its path also needs the slug of its section. */
export const linkColumns = {
  id: articles.id,
  headline: articles.headline,
  language: articles.language,
  slug: articles.slug,
}

/** The columns of an article that a teaser needs. */
export const teaserColumns = {
  ...linkColumns,
  kicker: articles.kicker,
  standfirst: articles.standfirst,
  kind: articles.kind,
  publishedAt: articles.publishedAt,
}
