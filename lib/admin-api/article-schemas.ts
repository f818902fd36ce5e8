import { z } from 'zod'
import { wholeBodySchema } from '@/lib/admin-api/whole-body'
import { ARTICLE_KINDS, ARTICLE_STATES } from '@/lib/article/article'
import { draftBodySchema } from '@/lib/article/body'
import { manuscriptSchema } from '@/lib/article/manuscript'
import { MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { textLine, textLines } from '@/lib/desk/text-input'

/*
 * Stories as programs send and get them: names and slugs in place of the numbers of the store, instants in ISO 8601.
 */

/** A positive whole number, as the store numbers stories and pictures. */
export const numberSchema = z.int().positive()
export const slugSchema = z.string().min(1).max(200)
export const versionSchema = z.int().positive().describe('The version that the change is based on.')
export const instantOut = z.iso.datetime()

/** An instant with its zone, within the years that a paper plans for. */
export const instantIn = z.iso
  .datetime({ offset: true, error: 'Write an instant with its zone, such as 2026-11-23T14:00:00Z.' })
  .transform((text) => new Date(text))

const { headline, kicker, standfirst, slug, kind, language, dateline, seoTitle, seoDescription } =
  manuscriptSchema.shape

const byline = z
  .union([textLine(1000), z.array(textLine(1000)).max(50)])
  .describe(
    'A name or several. The slug of an author, or a name that one author alone has, leads to that author’s page.',
  )

/** What a program writes of a story. */
const fields = {
  headline,
  section: slugSchema.describe('The slug of the section.'),
  byline,
  body: wholeBodySchema,
  kicker,
  standfirst,
  topics: z.array(slugSchema).max(50).describe('The slugs of the topics.'),
  kind,
  language: language.describe('BCP 47 tag, such as en, hi or ar.'),
  dateline,
  leadMedia: numberSchema.nullable().describe('The number of the picture on top.'),
  slug: slug.describe('Ignored once the story was scheduled or published.'),
  seoTitle,
  seoDescription,
  translationOf: numberSchema.nullable().describe('The number of the story that this one translates.'),
  isUnlisted: z.boolean().describe('Whether search engines are asked not to list it.'),
}

export const newArticleSchema = z
  .strictObject(fields)
  .partial()
  .required({ headline: true, section: true, byline: true, body: true })
export const articleChangeSchema = z.strictObject(fields).partial().extend({ version: versionSchema })

export type NewArticle = z.output<typeof newArticleSchema>
export type ArticleFields = Omit<z.output<typeof articleChangeSchema>, 'version'>

export const articleVersionSchema = z.strictObject({ id: numberSchema, version: z.int().positive() })

/** Where a story stands after a change of state. */
export const articlePlaceSchema = articleVersionSchema.extend({
  state: z.enum(ARTICLE_STATES),
  url: z.url().nullable().describe('Where readers find it, or will; null while it has no section.'),
  publishedAt: instantOut.nullable(),
  withdrawnAt: instantOut.nullable(),
})

const listed = {
  id: numberSchema,
  version: z.int().positive(),
  state: z.enum(ARTICLE_STATES),
  headline: z.string(),
  language: z.string(),
  publishedAt: instantOut.nullable(),
}

/** A story whole, as editors work on it. */
export const articleSchema = z.strictObject({
  ...listed,
  kicker: z.string(),
  standfirst: z.string(),
  body: draftBodySchema,
  section: z.string().nullable(),
  topics: z.array(z.string()),
  byline: z.array(z.strictObject({ name: z.string(), author: z.string().nullable() })),
  kind: z.enum(ARTICLE_KINDS),
  dateline: z.string(),
  leadMedia: numberSchema.nullable(),
  slug: z.string(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  translationOf: numberSchema.nullable(),
  isUnlisted: z.boolean(),
  url: z.url().nullable(),
  updatedAt: instantOut.nullable(),
  withdrawnAt: instantOut.nullable(),
  withdrawalReason: z.string(),
  embargoUntil: instantOut.nullable(),
  deletedAt: instantOut.nullable(),
  hasUnpublishedChanges: z.boolean().describe('Whether the text differs from what readers have.'),
  owner: z.string().nullable().describe('The name of whoever began it.'),
  savedAt: instantOut,
  savedBy: z.string(),
})

export const listedArticleSchema = z.strictObject({
  ...listed,
  section: z.string().nullable().describe('The name of the section.'),
  byline: z.array(z.string()),
  withdrawnAt: instantOut.nullable(),
  savedAt: instantOut,
  hasUnpublishedChanges: z.boolean(),
})

const markedSchema = z
  .array(z.strictObject({ text: z.string(), found: z.boolean() }))
  .describe('Words of a story in parts; found is true for what was looked for.')

export const foundArticleSchema = z.strictObject({
  id: numberSchema,
  state: z.enum(ARTICLE_STATES),
  headline: z.string(),
  standfirst: z.string(),
  section: z.string().nullable(),
  language: z.string(),
  publishedAt: instantOut.nullable(),
  url: z.url().nullable(),
  found: z
    .strictObject({ headline: markedSchema, passage: markedSchema })
    .describe('The headline, and the words of the story around what was looked for; both empty without words in q.'),
})

/** What may be said with a change of state. */
export const remarkSchema = textLines(MAX_NOTE_LENGTH)

/** The version that the program has seen; without one, whatever the story is now is meant. */
export const seenSchema = z.strictObject({ version: versionSchema.optional() })

export type ArticleAnswer = z.output<typeof articleSchema>
