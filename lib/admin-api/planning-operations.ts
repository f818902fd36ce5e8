import { articleVersionSchema } from '@/lib/admin-api/article-schemas'
import { nothing, type Operation, operation } from '@/lib/admin-api/operation'
import {
  commentListSchema,
  commentSchema,
  newCommentSchema,
  newPlanSchema,
  planChangeSchema,
  planListSchema,
  planSchema,
  plansQuerySchema,
} from '@/lib/admin-api/planning-schemas'

/** The operations on what is planned and on what people say about stories. */
export const PLANNING_OPERATIONS = {
  listPlans: operation('GET', '/api/admin/v1/plans', {
    summary: 'The planned stories that are still to be done, the earliest deadline first; at most 500.',
    scope: 'read',
    action: 'see plans',
    body: nothing,
    query: plansQuerySchema,
    answer: planListSchema,
  }),
  planArticle: operation('POST', '/api/admin/v1/plans', {
    summary: 'Begins a draft with a plan before a word of it is written; it belongs to the user of the token.',
    scope: 'write',
    action: 'plan articles',
    query: nothing,
    body: newPlanSchema,
    status: 201,
    answer: articleVersionSchema,
    logs: 'story planned',
  }),
  getPlan: operation('GET', '/api/admin/v1/articles/[id]/plan', {
    summary: 'The plan of a story; an empty one when it has none.',
    scope: 'read',
    action: 'read article',
    query: nothing,
    body: nothing,
    answer: planSchema,
  }),
  changePlan: operation('PATCH', '/api/admin/v1/articles/[id]/plan', {
    summary: 'Changes the plan of a story; what is left out stays. Whoever is given the story is notified.',
    scope: 'write',
    action: 'plan articles',
    query: nothing,
    body: planChangeSchema,
    answer: planSchema,
    logs: 'plan changed',
  }),
  listComments: operation('GET', '/api/admin/v1/articles/[id]/comments', {
    summary: 'What people said about a story.',
    scope: 'read',
    action: 'read article',
    query: nothing,
    body: nothing,
    answer: commentListSchema,
  }),
  createComment: operation('POST', '/api/admin/v1/articles/[id]/comments', {
    summary: 'Comments on a story, or answers a comment on it. Those who are named or answered are notified.',
    scope: 'write',
    action: 'comment on article',
    query: nothing,
    body: newCommentSchema,
    status: 201,
    answer: commentSchema,
    logs: 'story commented on',
  }),
} as const satisfies Record<string, Operation>
