import { z } from 'zod'
import { passageSchema } from '@/lib/comments/passage'
import { madeRow, noInput, rowId } from '@/lib/desk/answers'
import { instantInput, messageText, savedVersion, seenVersion } from '@/lib/desk/articles/article-input'
import { checklistSchema } from '@/lib/desk/articles/checklist'
import { crawlersViewSchema } from '@/lib/desk/articles/crawlers-view'
import { linkingStorySchema } from '@/lib/desk/articles/linking-story'
import { manuscriptSaveSchema } from '@/lib/desk/articles/manuscript-save'
import { MAX_NOTES, NOTES_AT_FIRST, noteSchema } from '@/lib/desk/articles/note'
import { openedArticleSchema } from '@/lib/desk/articles/opened-article'
import { PREVIEW_LIVES } from '@/lib/desk/articles/preview-lives'
import { savedManuscriptSchema } from '@/lib/desk/articles/saved-manuscript'
import { sharedPreviewSchema } from '@/lib/desk/articles/shared-preview'
import { endpoint } from '@/lib/desk/endpoint'
import { MAX_GUEST_NAME_LENGTH } from '@/lib/desk/field-lengths'
import { textLine } from '@/lib/desk/text-input'

/** More than the longest body that may be saved has, in any script, with what is set aside beside it. */
const MAX_MANUSCRIPT_BYTES = 4 * 1024 ** 2

/** Begins a draft. */
export const createArticle = endpoint('POST', '/api/desk/articles', {
  logs: 'story written',
  input: z.strictObject({}),
  answer: madeRow,
})

export const openArticle = endpoint('GET', '/api/desk/articles/[id]', { input: noInput, answer: openedArticleSchema })

/** Saves what was typed, and answers the text with what others wrote meanwhile. */
export const saveManuscript = endpoint('PUT', '/api/desk/articles/[id]/manuscript', {
  logs: 'story saved',
  input: manuscriptSaveSchema,
  maxJsonBytes: MAX_MANUSCRIPT_BYTES,
  answer: savedManuscriptSchema,
})

/** Says that a tab has the article open, or that it is leaving; the answer names who else has. */
export const reportPresence = endpoint('POST', '/api/desk/articles/[id]/presence', {
  logs: null,
  input: z.strictObject({ tab: z.string().min(1).max(60), leaving: z.literal(true).optional() }),
  answer: z.strictObject({
    version: rowId,
    others: z.array(z.strictObject({ name: z.string(), tab: z.string() })),
  }),
})

/** What is missing in the text under work, were it public at `at` (milliseconds since 1970; left out: when it will be). */
export const articleChecklist = endpoint('GET', '/api/desk/articles/[id]/checklist', {
  input: z.object({ at: z.coerce.number<number | string>().pipe(instantInput).optional() }),
  answer: checklistSchema,
})

/** How crawlers will see the text under work; null while it has no section. */
export const articleCrawlerCheck = endpoint('GET', '/api/desk/articles/[id]/crawler-check', {
  input: noInput,
  answer: z.strictObject({ view: crawlersViewSchema.nullable() }),
})

/** Looks at the page of an article again for what no editor can mend; the answer is how many such faults it has. */
export const lookAgain = endpoint('POST', '/api/desk/articles/[id]/crawler-check', {
  logs: null,
  input: noInput,
  answer: z.strictObject({ count: z.int() }),
})

/** The stories that link to an article. */
export const articleLinkingStories = endpoint('GET', '/api/desk/articles/[id]/linking', {
  input: noInput,
  answer: z.strictObject({ stories: z.array(linkingStorySchema) }),
})

const thread = z.strictObject({
  notes: z.array(noteSchema),
  /** How many there are beside those, most of them older. */
  older: z.int().nonnegative(),
})

/** How many of the newest are wanted. */
const newest = z.coerce.number<number | string>().int().min(NOTES_AT_FIRST).max(MAX_NOTES).default(NOTES_AT_FIRST)

/** What editors told each other about an article, oldest first. */
export const articleNotes = endpoint('GET', '/api/desk/articles/[id]/notes', {
  input: z.object({ newest }),
  answer: thread,
})

export const addArticleNote = endpoint('POST', '/api/desk/articles/[id]/notes', {
  logs: 'story commented on',
  input: z.object({
    words: messageText,
    /** The comment that it answers. */
    replyTo: rowId.optional(),
    /** The words of the text that it is about. */
    passage: passageSchema.optional(),
    /** The version of the article that its writer saw. */
    version: seenVersion.optional(),
    newest,
  }),
  answer: thread,
})

/** The people who may read an article and can be named in a comment, by name. */
export const articlePeople = endpoint('GET', '/api/desk/articles/[id]/people', {
  input: noInput,
  answer: z.strictObject({ people: z.array(z.strictObject({ id: z.string(), name: z.string() })) }),
})

/** Resolves a comment, or opens it again. */
export const resolveArticleNote = endpoint('POST', '/api/desk/articles/[id]/notes/[note]/resolve', {
  logs: 'story comment resolved',
  input: z.object({ isOpen: z.boolean().default(false), newest }),
  answer: thread,
})

const sharedPreviews = z.strictObject({ links: z.array(sharedPreviewSchema) })

/** The preview links of an article that still work. */
export const articlePreviewLinks = endpoint('GET', '/api/desk/articles/[id]/preview-links', {
  input: noInput,
  answer: sharedPreviews,
})

/**
 * Makes a preview link; its address is shown this once. With a version it shows that version, which can be commented on,
 * approved and refused by it.
 */
export const makePreviewLink = endpoint('POST', '/api/desk/articles/[id]/preview-links', {
  logs: 'story preview shared',
  input: z.object({
    hours: z.literal(PREVIEW_LIVES.map(({ hours }) => hours)),
    version: seenVersion.optional(),
    recipient: textLine(MAX_GUEST_NAME_LENGTH).default(''),
  }),
  answer: sharedPreviews.extend({ url: z.string() }),
})

export const revokePreviewLink = endpoint('POST', '/api/desk/articles/[id]/preview-links/[link]/revoke', {
  logs: 'story preview ended',
  input: noInput,
  answer: sharedPreviews,
})

/** Makes a draft with the text of an article. */
export const duplicateArticle = endpoint('POST', '/api/desk/articles/[id]/duplicate', {
  logs: 'story duplicated',
  input: noInput,
  answer: madeRow,
})

/** Deletes a draft that was never published; it can be recovered for a time. */
export const deleteDraft = endpoint('POST', '/api/desk/articles/[id]/delete', {
  logs: 'story deleted',
  input: noInput,
  answer: savedVersion,
})

export const recoverDraft = endpoint('POST', '/api/desk/articles/[id]/recover', {
  logs: 'story recovered',
  input: noInput,
  answer: savedVersion,
})
