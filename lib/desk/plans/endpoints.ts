import { z } from 'zod'
import { madeRow, noInput, rowId } from '@/lib/desk/answers'
import { instantInput, MAX_NOTE_LENGTH } from '@/lib/desk/articles/article-input'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'
import { plansViewSchema } from '@/lib/desk/plans/plans-view'
import { textLine, textLines } from '@/lib/desk/text-input'
import { storyPlanSchema } from '@/lib/planning/planned-story'

const personId = z.string().max(80)

/** What the page of plans shows; the parameters are those of its address (lib/desk/plans/plans-query.ts). */
export const readPlans = endpoint('GET', '/api/desk/plans', {
  input: z.object({
    view: z.string().optional(),
    as: z.string().optional(),
    day: z.string().optional(),
    section: z.string().optional(),
  }),
  answer: plansViewSchema,
})

/** Begins a draft with a plan before a word of it is written. */
export const planStory = endpoint('POST', '/api/desk/plans', {
  logs: 'story planned',
  input: z.strictObject({
    title: textLine(MAX_TITLE_LENGTH),
    sectionId: rowId.nullable(),
    deadline: instantInput.nullable(),
    assigneeId: personId.nullable(),
    note: textLines(MAX_NOTE_LENGTH),
  }),
  answer: madeRow,
})

/** The plan of a story, with the people to whom it can be given; none of them for somebody who may not plan. */
export const articlePlan = endpoint('GET', '/api/desk/articles/[id]/plan', {
  input: noInput,
  answer: z.strictObject({
    plan: storyPlanSchema,
    people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  }),
})

/** Changes the plan of a story; what is left out stays. */
export const changeArticlePlan = endpoint('POST', '/api/desk/articles/[id]/plan', {
  logs: 'plan changed',
  input: z.strictObject({
    deadline: instantInput.nullable().optional(),
    assigneeId: personId.nullable().optional(),
    note: textLines(MAX_NOTE_LENGTH).optional(),
  }),
  answer: storyPlanSchema,
})
