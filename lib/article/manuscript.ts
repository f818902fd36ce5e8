import { z } from 'zod'
import { ARTICLE_KINDS } from '@/lib/article/article'
import { draftBodySchema } from '@/lib/article/body'
import { cleanBylines } from '@/lib/article/clean-bylines'
import { isLanguageTag, languageProblem, usableLanguage } from '@/lib/paper/language'
import { cleanLine } from '@/lib/text/clean-text'

export const MAX_LINE_LENGTH = 1000
/** Of a standfirst or a description for search engines. */
export const MAX_STANDFIRST_LENGTH = 5000
const line = z.string().max(MAX_LINE_LENGTH).overwrite(cleanLine)
const longLine = z.string().max(MAX_STANDFIRST_LENGTH).overwrite(cleanLine)
const id = z.int().positive()

/** Everything about an article that an editor types or chooses: what is saved while writing. */
export const manuscriptSchema = z.strictObject({
  headline: line,
  kicker: line,
  standfirst: longLine,
  body: draftBodySchema,
  /** Ignored once the article was scheduled or published, because its address is fixed then. */
  slug: line,
  /** null until one is chosen. */
  sectionId: id.nullable(),
  topicIds: z.array(id).max(50),
  /** Each is an author of the paper, or a name without a profile page. */
  bylines: z
    .array(
      z
        .strictObject({ authorId: id.nullable(), name: line.nullable() })
        .refine(({ authorId, name }) => (authorId === null) === (name !== null), 'a byline is an author or a name'),
    )
    .max(50)
    .overwrite(cleanBylines),
  kind: z.enum(ARTICLE_KINDS),
  /** BCP 47 tag, such as en, hi or ar. */
  language: z.string().refine(isLanguageTag, { error: ({ input }) => languageProblem(String(input)) }),
  dateline: line,
  leadMediaId: id.nullable(),
  seoTitle: line.nullable(),
  seoDescription: longLine.nullable(),
  /** The id of the story that this one translates; null for an original. Older manuscripts lack the field. */
  translationOfId: id.nullable().default(null),
  /** Whether search engines are asked not to list it. */
  isUnlisted: z.boolean().default(false),
})

export type Manuscript = z.infer<typeof manuscriptSchema>

/** The fields of a manuscript except its body, in the order in which the desk shows them. */
export const MANUSCRIPT_FIELDS = [
  'headline',
  'kicker',
  'standfirst',
  'slug',
  'sectionId',
  'topicIds',
  'bylines',
  'kind',
  'language',
  'dateline',
  'leadMediaId',
  'seoTitle',
  'seoDescription',
  'translationOfId',
  'isUnlisted',
] as const satisfies Exclude<keyof Manuscript, 'body'>[]

/** An empty manuscript in `language`. */
export function emptyManuscript(language: string): Manuscript {
  return {
    headline: '',
    kicker: '',
    standfirst: '',
    body: [],
    slug: '',
    sectionId: null,
    topicIds: [],
    bylines: [],
    kind: 'news',
    language,
    dateline: '',
    leadMediaId: null,
    seoTitle: null,
    seoDescription: null,
    translationOfId: null,
    isUnlisted: false,
  }
}

/** The manuscript part of a larger object, such as a snapshot. */
export function manuscriptOf(source: Manuscript): Manuscript {
  const { headline, kicker, standfirst, body, slug, sectionId, topicIds } = source
  const { bylines, kind, dateline, leadMediaId, seoTitle, seoDescription } = source
  // Manuscripts that were stored before there were translations lack both.
  const { translationOfId = null, isUnlisted = false } = source
  return {
    headline,
    kicker,
    standfirst,
    body,
    slug,
    sectionId,
    topicIds,
    // One that was stored before languages were checked.
    language: usableLanguage(source.language),
    bylines,
    kind,
    dateline,
    leadMediaId,
    seoTitle,
    seoDescription,
    translationOfId,
    isUnlisted,
  }
}
