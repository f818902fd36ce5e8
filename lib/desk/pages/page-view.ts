import { z } from 'zod'
import { draftBodySchema } from '@/lib/article/body'
import { epochMs, rowId } from '@/lib/desk/answers'
import { MAX_DESCRIPTION_LENGTH, MAX_TITLE_LENGTH } from '@/lib/desk/field-lengths'
import { textLine } from '@/lib/desk/text-input'

/** What an editor writes of a standing page. */
export const pageContentSchema = z.strictObject({
  headline: textLine(MAX_TITLE_LENGTH),
  description: textLine(MAX_DESCRIPTION_LENGTH),
  body: draftBodySchema,
})

/** A standing page as it is open at the desk. */
export const pageViewSchema = z.strictObject({
  id: rowId,
  slug: z.string(),
  path: z.string(),
  version: z.int().positive(),
  content: pageContentSchema,
  savedAt: epochMs,
  savedBy: z.string(),
  /** draft: readers never had it; public: readers have it; taken-down: they had it. */
  state: z.enum(['draft', 'public', 'taken-down']),
  /** Whether the text differs from what readers have. */
  hasUnpublishedChanges: z.boolean(),
  /** First publication; null before it. */
  publishedAt: epochMs.nullable(),
  /** Whether every paper has it, at this address. */
  isRequired: z.boolean(),
})

export type PageView = z.infer<typeof pageViewSchema>
