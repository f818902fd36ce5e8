import { z } from 'zod'
import { ROLES } from '@/lib/accounts/permissions'
import { numberSchema, slugSchema } from '@/lib/admin-api/article-schemas'
import { SCOPES } from '@/lib/admin-api/scopes'
import { sectionInput, topicInput } from '@/lib/desk/paper/names-input'
import { nameLine, textLine, textLines } from '@/lib/desk/text-input'

const named = { id: numberSchema, slug: z.string(), name: z.string(), url: z.url() }

export const sectionAnswerSchema = z.strictObject({
  ...named,
  description: z.string(),
  parent: z.string().nullable().describe('The slug of the section above it; null at the top.'),
})
export const topicAnswerSchema = z.strictObject({ ...named, description: z.string() })
export const authorAnswerSchema = z.strictObject({ ...named, role: z.string(), bio: z.string() })

export const madeNameSchema = z.strictObject({ id: numberSchema, slug: z.string(), url: z.url() })

const slug = z.string().trim().max(200).default('').describe('Made from the name when it is left out.')
export const newTopicSchema = topicInput.extend({ slug })
export const newSectionSchema = sectionInput.extend({
  slug,
  parent: slugSchema.nullable().optional().describe('The slug of the section above it.'),
})
export const newAuthorSchema = z.strictObject({
  name: nameLine(200, 'Give it a name.'),
  slug,
  role: textLine(200).default(''),
  bio: textLines(2000).default(''),
})

/** Who a token is. */
export const bearerSchema = z.strictObject({
  token: z.strictObject({ id: numberSchema, name: z.string() }),
  scopes: z.array(z.enum(SCOPES)),
  user: z.strictObject({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(ROLES) }),
})
