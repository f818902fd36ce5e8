import { z } from 'zod'
import { emptyAnswer, madeRow } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import {
  authorSchema,
  distributionSchema,
  paperSchema,
  renameSchema,
  sectionSchema,
  topicSchema,
} from '@/lib/desk/settings/settings-input'

export const savePaper = endpoint('PUT', '/api/desk/settings/paper', { input: paperSchema, answer: emptyAnswer })

export const saveDistribution = endpoint('PUT', '/api/desk/settings/distribution', {
  input: distributionSchema,
  answer: emptyAnswer,
})

export const addSection = endpoint('POST', '/api/desk/settings/sections', { input: sectionSchema, answer: madeRow })

export const renameSection = endpoint('PUT', '/api/desk/settings/sections/[id]', {
  input: renameSchema,
  answer: emptyAnswer,
})

export const moveSection = endpoint('POST', '/api/desk/settings/sections/[id]/move', {
  input: z.strictObject({ to: z.enum(['up', 'down']) }),
  answer: emptyAnswer,
})

export const addTopic = endpoint('POST', '/api/desk/settings/topics', { input: topicSchema, answer: madeRow })

export const renameTopic = endpoint('PUT', '/api/desk/settings/topics/[id]', {
  input: topicSchema,
  answer: emptyAnswer,
})

export const addAuthor = endpoint('POST', '/api/desk/settings/authors', { input: authorSchema, answer: madeRow })

export const changeAuthor = endpoint('PUT', '/api/desk/settings/authors/[id]', {
  input: authorSchema,
  answer: emptyAnswer,
})
