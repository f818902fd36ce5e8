import type { ArticleFields } from '@/lib/admin-api/article-schemas'

/** What a program says of a story, as the verbs take it: texts apart from what is called by name. */
export function textFields({ section, topics, byline, leadMedia, translationOf, ...text }: ArticleFields) {
  return { section, topics, byline, text: { ...text, leadMediaId: leadMedia, translationOfId: translationOf } }
}
