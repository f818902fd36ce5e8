import { z } from 'zod'
import { instantInput, messageText, savedVersion, seenVersion } from '@/lib/desk/articles/article-input'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_SLUG_LENGTH } from '@/lib/desk/field-lengths'
import { textLine } from '@/lib/desk/text-input'

/*
 * What an editor can do to an article. Each names the version that the editor saw; when somebody saved since, nothing
 * is changed and the answer is a conflict.
 */

const seen = z.object({ version: seenVersion })

/** Gives a draft to the editors for review. */
export const submitArticle = endpoint('POST', '/api/desk/articles/[id]/submit', {
  logs: 'story submitted',
  input: seen.extend({ words: messageText }),
  answer: savedVersion,
})

/** Takes a story back from review, so that its writer can go on. */
export const takeArticleBack = endpoint('POST', '/api/desk/articles/[id]/take-back', {
  logs: 'story taken back',
  input: seen.extend({ words: messageText.default('') }),
  answer: savedVersion,
})

/** Gives a story in review back to its writer. */
export const returnArticle = endpoint('POST', '/api/desk/articles/[id]/return', {
  logs: 'story returned',
  input: seen.extend({ words: messageText }),
  answer: savedVersion,
})

export const publishArticle = endpoint('POST', '/api/desk/articles/[id]/publish', {
  logs: 'story published',
  input: seen,
  answer: savedVersion,
})

export const scheduleArticle = endpoint('POST', '/api/desk/articles/[id]/schedule', {
  logs: 'story scheduled',
  input: seen.extend({ at: instantInput }),
  answer: savedVersion,
})

export const unscheduleArticle = endpoint('POST', '/api/desk/articles/[id]/unschedule', {
  logs: 'story unscheduled',
  input: seen,
  answer: savedVersion,
})

/** Sets the time before which nothing of an article may be public; null lifts it. */
export const setArticleEmbargo = endpoint('POST', '/api/desk/articles/[id]/embargo', {
  logs: 'story embargo changed',
  input: seen.extend({ until: instantInput.nullable() }),
  answer: savedVersion,
})

/** Publishes the unpublished changes of an article, as one of three kinds of change. */
export const publishArticleChanges = endpoint('POST', '/api/desk/articles/[id]/bring-out', {
  logs: 'story changes published',
  input: seen.extend({ as: z.enum(['fix', 'update', 'correction']), note: messageText.default('') }),
  answer: savedVersion,
})

export const discardArticleChanges = endpoint('POST', '/api/desk/articles/[id]/discard-changes', {
  logs: 'story changes discarded',
  input: seen,
  answer: savedVersion,
})

/** Gives an article that readers know another slug. */
export const changeArticleAddress = endpoint('POST', '/api/desk/articles/[id]/readdress', {
  logs: 'story readdressed',
  input: seen.extend({ slug: textLine(MAX_SLUG_LENGTH) }),
  answer: savedVersion,
})

export const withdrawArticle = endpoint('POST', '/api/desk/articles/[id]/withdraw', {
  logs: 'story withdrawn',
  input: seen.extend({ reason: messageText }),
  answer: savedVersion,
})

/** Sets the time at which an article is withdrawn; null takes it back. */
export const scheduleArticleEnd = endpoint('POST', '/api/desk/articles/[id]/withdraw-at', {
  logs: 'story end changed',
  input: seen.extend({ at: instantInput.nullable(), reason: messageText.default('') }),
  answer: savedVersion,
})

export const republishArticle = endpoint('POST', '/api/desk/articles/[id]/republish', {
  logs: 'story republished',
  input: seen,
  answer: savedVersion,
})
