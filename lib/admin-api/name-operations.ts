import { z } from 'zod'
import {
  authorAnswerSchema,
  bearerSchema,
  madeNameSchema,
  newAuthorSchema,
  newSectionSchema,
  newTopicSchema,
  sectionAnswerSchema,
  topicAnswerSchema,
} from '@/lib/admin-api/name-schemas'
import { nothing, type Operation, operation } from '@/lib/admin-api/operation'

/** The operations on what has a name: sections, topics, authors, and the bearer of the token. */
export const NAME_OPERATIONS = {
  getBearer: operation('GET', '/api/admin/v1/me', {
    summary: 'Whom the token acts as, and what it may be used for.',
    scope: null,
    action: null,
    query: nothing,
    body: nothing,
    answer: bearerSchema,
  }),
  listSections: operation('GET', '/api/admin/v1/sections', {
    summary: 'The sections, in the order of their tree.',
    scope: 'read',
    action: 'list articles',
    query: nothing,
    body: nothing,
    answer: z.strictObject({ sections: z.array(sectionAnswerSchema) }),
  }),
  createSection: operation('POST', '/api/admin/v1/sections', {
    summary: 'Adds a section as the last among its siblings.',
    scope: 'names',
    action: 'manage sections',
    query: nothing,
    body: newSectionSchema,
    status: 201,
    answer: madeNameSchema,
    logs: 'section added',
  }),
  listTopics: operation('GET', '/api/admin/v1/topics', {
    summary: 'Every topic, by name.',
    scope: 'read',
    action: 'list articles',
    query: nothing,
    body: nothing,
    answer: z.strictObject({ topics: z.array(topicAnswerSchema) }),
  }),
  createTopic: operation('POST', '/api/admin/v1/topics', {
    summary: 'Adds a topic.',
    scope: 'names',
    action: 'manage topics',
    query: nothing,
    body: newTopicSchema,
    status: 201,
    answer: madeNameSchema,
    logs: 'topic added',
  }),
  listAuthors: operation('GET', '/api/admin/v1/authors', {
    summary: 'Everybody with a profile page, by name.',
    scope: 'read',
    action: 'list articles',
    query: nothing,
    body: nothing,
    answer: z.strictObject({ authors: z.array(authorAnswerSchema) }),
  }),
  createAuthor: operation('POST', '/api/admin/v1/authors', {
    summary: 'Adds an author with a profile page.',
    scope: 'names',
    action: 'manage authors',
    query: nothing,
    body: newAuthorSchema,
    status: 201,
    answer: madeNameSchema,
    logs: 'author added',
  }),
} as const satisfies Record<string, Operation>
