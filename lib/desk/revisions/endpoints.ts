import { z } from 'zod'
import { ARTICLE_STATES } from '@/lib/article/article'
import { manuscriptSchema } from '@/lib/article/manuscript'
import { epochMs, noInput } from '@/lib/desk/answers'
import { savedVersion, seenVersion } from '@/lib/desk/articles/article-input'
import { endpoint } from '@/lib/desk/endpoint'
import { listedRevisionSchema } from '@/lib/desk/revisions/listed-revision'

/** Everything an editor can change in an article, as it was at one version. */
const snapshot = manuscriptSchema.extend({
  state: z.enum(ARTICLE_STATES),
  publishedAt: epochMs.nullable(),
  updatedAt: epochMs.nullable(),
  withdrawnAt: epochMs.nullable(),
  withdrawalReason: z.string(),
})

/** The versions of an article, newest first. */
export const listRevisions = endpoint('GET', '/api/desk/articles/[id]/revisions', {
  input: noInput,
  answer: z.strictObject({ revisions: z.array(listedRevisionSchema) }),
})

/** One version with everything in it. */
export const readRevision = endpoint('GET', '/api/desk/articles/[id]/revisions/[version]', {
  input: noInput,
  answer: listedRevisionSchema.extend({ savedAt: z.iso.datetime(), snapshot }),
})

/** Makes an older version the text under work again. */
export const restoreRevision = endpoint('POST', '/api/desk/articles/[id]/revisions/[version]/restore', {
  logs: 'story restored',
  input: z.object({ version: seenVersion }),
  answer: savedVersion,
})
