import { z } from 'zod'
import { emptyAnswer, madeRow, noInput, rowId } from '@/lib/desk/answers'
import { endpoint } from '@/lib/desk/endpoint'
import { listedAuthorSchema, listedTopicSchema } from '@/lib/desk/paper/listed-names'
import {
  authorChanges,
  authorInput,
  mergerInput,
  namesQuery,
  newSectionInput,
  sectionChanges,
  topicChanges,
  topicInput,
} from '@/lib/desk/paper/names-input'

const sectionSchema = z.strictObject({
  id: rowId,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parentId: rowId.nullable(),
})

const total = z.int().nonnegative()

/** The answer that says how many stories moved. */
const merged = z.strictObject({ stories: total })

/** Every section, in the order of the tree. */
export const listSections = endpoint('GET', '/api/desk/sections', {
  input: noInput,
  answer: z.strictObject({ sections: z.array(sectionSchema) }),
})

export const addSection = endpoint('POST', '/api/desk/sections', {
  logs: 'section added',
  input: newSectionInput,
  answer: madeRow,
})

export const changeSection = endpoint('PUT', '/api/desk/sections/[section]', {
  logs: 'section changed',
  input: sectionChanges,
  answer: emptyAnswer,
})

export const moveSection = endpoint('POST', '/api/desk/sections/[section]/move', {
  logs: 'section moved',
  input: z.strictObject({ to: z.enum(['up', 'down']) }),
  answer: emptyAnswer,
})

/** Topics whose name contains words, by name. */
export const listTopics = endpoint('GET', '/api/desk/topics', {
  input: namesQuery,
  answer: z.strictObject({ items: z.array(listedTopicSchema), total }),
})

export const addTopic = endpoint('POST', '/api/desk/topics', {
  logs: 'topic added',
  input: topicInput,
  answer: madeRow,
})

export const changeTopic = endpoint('PUT', '/api/desk/topics/[topic]', {
  logs: 'topic changed',
  input: topicChanges,
  answer: emptyAnswer,
})

/** Moves the stories of the topic into another one, to which its address redirects from then on. */
export const mergeTopics = endpoint('POST', '/api/desk/topics/[topic]/merge', {
  logs: 'topic merged',
  input: mergerInput,
  answer: merged,
})

/** Authors whose name contains words, by name. */
export const listAuthors = endpoint('GET', '/api/desk/authors', {
  input: namesQuery,
  answer: z.strictObject({ items: z.array(listedAuthorSchema), total }),
})

export const addAuthor = endpoint('POST', '/api/desk/authors', {
  logs: 'author added',
  input: authorInput,
  answer: madeRow,
})

export const changeAuthor = endpoint('PUT', '/api/desk/authors/[author]', {
  logs: 'author changed',
  input: authorChanges,
  answer: emptyAnswer,
})

/** Moves the stories of the author to another one, to whom the address redirects from then on. */
export const mergeAuthors = endpoint('POST', '/api/desk/authors/[author]/merge', {
  logs: 'author merged',
  input: mergerInput,
  answer: merged,
})
