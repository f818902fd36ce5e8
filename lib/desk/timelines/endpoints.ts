import { z } from 'zod'
import { emptyAnswer, madeRow, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_INTRODUCTION_LENGTH, MAX_NAME_LENGTH, MAX_SLUG_LENGTH } from '@/lib/desk/field-lengths'
import { namesQuery } from '@/lib/desk/paper/names-input'
import { nameLine, textLines } from '@/lib/desk/text-input'
import {
  listedTimelineSchema,
  openedTimelineSchema,
  timelineDecisionsSchema,
  undoneMergeSchema,
} from '@/lib/desk/timelines/listed-timeline'
import { namedTimelineSchema, storyTimelineSchema } from '@/lib/desk/timelines/story-timeline'

/** More than an event has. */
const MAX_STORIES = 500

const name = nameLine(MAX_NAME_LENGTH, 'Give it a name.')
/** Empty: made from the name. */
const slug = z.string().trim().max(MAX_SLUG_LENGTH)
const introduction = textLines(MAX_INTRODUCTION_LENGTH)
const stories = z.array(rowId).max(MAX_STORIES, `Choose at most ${MAX_STORIES} stories.`)
const chosen = z.strictObject({ stories: stories.min(1, 'Choose at least one story.') })

/** Timelines whose name contains words, that with the newest story first. */
export const listTimelines = endpoint('GET', '/api/desk/timelines', {
  input: namesQuery,
  answer: z.strictObject({ items: z.array(listedTimelineSchema), total: z.int().nonnegative() }),
})

/** What is proposed, and what was refused last. */
export const listTimelineDecisions = endpoint('GET', '/api/desk/timelines/decisions', {
  input: noInput,
  answer: timelineDecisionsSchema,
})

/** Puts a timeline into the paper; the stories of `without` were proposed with it and do not belong to it. */
export const makeTimeline = endpoint('POST', '/api/desk/timelines', {
  logs: 'timeline added',
  input: chosen.extend({ name, slug: slug.default(''), without: stories.default([]) }),
  answer: madeRow,
})

export const openTimeline = endpoint('GET', '/api/desk/timelines/[timeline]', {
  input: noInput,
  answer: openedTimelineSchema,
})

/** Changes what is given; what is left out stays. */
export const changeTimeline = endpoint('PUT', '/api/desk/timelines/[timeline]', {
  logs: 'timeline changed',
  input: z.strictObject({ name, slug, introduction, leadId: rowId.nullable() }).partial(),
  answer: emptyAnswer,
})

export const addTimelineStories = endpoint('POST', '/api/desk/timelines/[timeline]/stories', {
  logs: 'timeline given stories',
  input: chosen,
  answer: emptyAnswer,
})

/** Takes stories out, or says that they do not belong there. */
export const removeTimelineStories = endpoint('POST', '/api/desk/timelines/[timeline]/stories/remove', {
  logs: 'timeline stories taken out',
  input: chosen,
  answer: emptyAnswer,
})

/** Makes a timeline of its own of some stories. */
export const splitTimeline = endpoint('POST', '/api/desk/timelines/[timeline]/split', {
  logs: 'timeline split',
  input: chosen.extend({ name }),
  answer: madeRow,
})

/** Moves the stories into another timeline, to which the address redirects from then on. */
export const mergeTimelines = endpoint('POST', '/api/desk/timelines/[timeline]/merge', {
  logs: 'timeline merged',
  input: z.strictObject({ into: rowId }),
  answer: z.strictObject({ stories: z.int().nonnegative() }),
})

/** Brings a timeline back that was merged into another one. */
export const undoTimelineMerge = endpoint('POST', '/api/desk/timelines/merges/[merge]/undo', {
  logs: 'timeline merge undone',
  input: noInput,
  answer: undoneMergeSchema,
})

/** Takes a timeline out of the paper, for good. */
export const refuseTimeline = endpoint('POST', '/api/desk/timelines/[timeline]/refuse', {
  logs: 'timeline refused',
  input: noInput,
  answer: madeRow,
})

/** Refuses proposed stories as a timeline, for good. */
export const refuseTimelineProposal = endpoint('POST', '/api/desk/timelines/refusals', {
  logs: 'timeline refused',
  input: chosen,
  answer: madeRow,
})

export const takeTimelineRefusalBack = endpoint('POST', '/api/desk/timelines/refusals/[refusal]/take-back', {
  logs: 'timeline refusal taken back',
  input: noInput,
  answer: emptyAnswer,
})

/** The timeline that a story is in, and what the site would put it into. */
export const articleTimeline = endpoint('GET', '/api/desk/articles/[id]/timeline', {
  input: noInput,
  answer: storyTimelineSchema,
})

/** The timelines into which a story can be put: those of its language, the newest first. */
export const articleTimelineChoices = endpoint('GET', '/api/desk/articles/[id]/timeline-choices', {
  input: noInput,
  answer: z.strictObject({ timelines: z.array(namedTimelineSchema) }),
})
