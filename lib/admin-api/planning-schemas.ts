import { z } from 'zod'
import { instantIn, instantOut, numberSchema, remarkSchema, slugSchema } from '@/lib/admin-api/article-schemas'
import { ARTICLE_STATES } from '@/lib/article/article'
import { NOTE_KINDS } from '@/lib/desk/articles/note'
import { PLAN_VIEWS } from '@/lib/desk/plans/plans-query'
import { textLine } from '@/lib/desk/text-input'

/*
 * Plans of stories and comments on them. People are named by the e-mail address of their account.
 */

const assignee = z.email().max(254).nullable().describe('The e-mail address of an account; null for nobody.')

const planned = {
  deadline: instantOut.nullable(),
  assignee: z.string().nullable().describe('The name of whoever writes it.'),
  note: z.string(),
}

/** What is intended for a story. */
export const planSchema = z.strictObject({ id: numberSchema, ...planned })

export const planListSchema = z.strictObject({
  plans: z.array(
    planSchema.extend({
      version: z.int().positive(),
      state: z.enum(ARTICLE_STATES),
      headline: z.string(),
      section: z.string().nullable().describe('The name of the section.'),
    }),
  ),
})

export const plansQuerySchema = z.strictObject({
  view: z.enum(PLAN_VIEWS).default('all').describe('mine are those of the user of the token.'),
  section: slugSchema.optional().describe('Slug of a section; the sections below it count.'),
})

export const planChangeSchema = z
  .strictObject({ deadline: instantIn.nullable(), assignee, note: remarkSchema })
  .partial()

export const newPlanSchema = planChangeSchema.extend({
  title: textLine(300).describe('The working title, which becomes the headline.'),
  section: slugSchema.nullable().optional().describe('The slug of a section.'),
})

/** What somebody said about a story. */
export const commentSchema = z.strictObject({
  id: numberSchema,
  kind: z.enum(NOTE_KINDS),
  text: z.string(),
  by: z.string(),
  at: instantOut,
  replyTo: numberSchema.nullable().describe('The comment that it answers.'),
  quote: z.string().nullable().describe('The words of the story that it is about; null for the whole.'),
  version: z.int().nullable().describe('The version of the story that its writer saw.'),
  resolvedAt: instantOut.nullable(),
  isOutside: z.boolean().describe('Whether somebody without an account wrote it, by a link.'),
})

export const commentListSchema = z.strictObject({
  comments: z.array(commentSchema).describe('Oldest first.'),
  older: z.int().nonnegative().describe('How many older ones there are beside the newest 500.'),
})

export const newCommentSchema = z.strictObject({
  text: remarkSchema.describe('@ and a name calls somebody who may read the story.'),
  replyTo: numberSchema.optional(),
})
