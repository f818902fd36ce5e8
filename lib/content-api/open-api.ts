import { standingPagePath } from '@/lib/addresses/paths'
import { ARTICLE_KINDS } from '@/lib/article/article'
import { jsonSchemas } from '@/lib/content-api/json-schemas'
import { DEFAULT_LIMIT, LIMITS, type ParameterName, SORTS } from '@/lib/content-api/parameters'
import { PROBLEM_TYPE } from '@/lib/content-api/problem'
import { absoluteUrl, type Publisher } from '@/lib/content-api/publisher'
import { ENDPOINTS, type Endpoint } from '@/lib/content-api/request'
import { MAX_SEARCH_LENGTH } from '@/lib/text/search-query'

/** The answer of each endpoint: what generated clients call it, a summary, and the name of its schema. */
const ANSWERS: Record<
  string,
  { operationId: string; summary: string; schema: string | null; alsoFails?: Record<string, string> }
> = {
  '/api/v1/articles': {
    operationId: 'listArticles',
    summary: 'The public stories, newest first, ties by id. Follow “next” to reach every one of them once.',
    schema: 'StoryList',
    alsoFails: { 404: 'A filter names a section, topic, author or timeline that there is not.' },
  },
  '/api/v1/articles/{id}': {
    operationId: 'getArticle',
    summary: 'One story, whole.',
    schema: 'Article',
    alsoFails: { 404: 'Readers know of no such story.', 410: 'The story was withdrawn.' },
  },
  '/api/v1/search': {
    operationId: 'searchArticles',
    summary: 'The public stories that meet q: the newest first, ties by id, or the best matches.',
    schema: 'FoundStoryList',
    alsoFails: { 404: 'A filter names a section, topic or author that there is not.' },
  },
  '/api/v1/sections': {
    operationId: 'listSections',
    summary: 'The sections, as the tree that they are.',
    schema: 'SectionTree',
  },
  '/api/v1/topics': { operationId: 'listTopics', summary: 'Every topic, by name.', schema: 'TopicList' },
  '/api/v1/timelines': {
    operationId: 'listTimelines',
    summary: 'Every timeline of at least three stories, that with the newest story first, ties by id.',
    schema: 'TimelineList',
  },
  '/api/v1/authors': {
    operationId: 'listAuthors',
    summary: 'Everybody with a profile page, by name.',
    schema: 'AuthorList',
  },
  '/api/v1/openapi.json': { operationId: 'getDescription', summary: 'This description.', schema: null },
  '/api/oembed': {
    operationId: 'getOEmbed',
    summary: 'How a story of this paper is shown on another site (oEmbed 1.0).',
    schema: 'OEmbed',
    alsoFails: { 404: 'The address is no story’s.', 501: 'The format is not spoken.' },
  },
}

const PARAMETERS: Record<Exclude<ParameterName, 'format'>, Record<string, unknown>> = {
  q: described(
    `Words to look for, as on the site: “in quotation marks” one behind the other, -word without it, beginn* any ending; the last may be a beginning. What follows ${MAX_SEARCH_LENGTH} characters is ignored.`,
    {
      type: 'string',
    },
  ),
  sort: described(
    'The newest first; or the best matches, of which at most 10,000 are listed and a page may hold fewer than its limit.',
    { enum: SORTS, default: SORTS[0] },
  ),
  section: described('Slug of a section; the sections below it count.', { type: 'string', examples: ['transport'] }),
  topic: described('Slug of a topic.', { type: 'string', examples: ['harbour'] }),
  author: described('Slug of an author.', { type: 'string', examples: ['mirela-osei'] }),
  timeline: described('Slug of a timeline, the stories of one event.', {
    type: 'string',
    examples: ['the-tram-to-the-harbour'],
  }),
  language: described(
    'BCP 47 tag; a language holds its regional forms. A page may then hold fewer stories than its limit.',
    { type: 'string', examples: ['en', 'hi'] },
  ),
  since: described('First published at this instant or later; a + must be encoded as %2B.', {
    type: 'string',
    format: 'date-time',
  }),
  kind: described('The kind of the story.', { enum: ARTICLE_KINDS }),
  until: described('First published before this instant; a + must be encoded as %2B.', {
    type: 'string',
    format: 'date-time',
  }),
  limit: described('How many stories a page holds at most.', { enum: LIMITS, default: DEFAULT_LIMIT }),
  cursor: described('Where the page begins, as “next” gave it. It means nothing else, and it stays good for ever.', {
    type: 'string',
  }),
  url: described('The absolute address of a story, present or former.', { type: 'string', format: 'uri' }),
  maxwidth: described('The room there is, in pixels.', { type: 'integer', minimum: 1 }),
  maxheight: described('The room there is, in pixels.', { type: 'integer', minimum: 1 }),
}

/** The description of the content API of this paper, as OpenAPI 3.1. */
export function openApi(publisher: Publisher) {
  const { settings } = publisher
  const owner = settings.organisation.legalName || settings.name
  return {
    openapi: '3.1.0',
    info: {
      title: `${settings.name}: open content API`,
      version: '1',
      description: [
        'Read only. Every answer carries a strong ETag and Last-Modified; ask again with If-None-Match, and what has not',
        'changed is answered with 304. Instants are ISO 8601 with the paper’s zone, addresses are absolute. With',
        'format=ninjs a list is a composite whose associations are the stories, and its Link header names the next page.',
      ].join(' '),
      contact: { name: owner, url: absoluteUrl(publisher, standingPagePath('contact')) },
      license: { name: `© ${owner}`, url: absoluteUrl(publisher, standingPagePath('about')) },
    },
    servers: [{ url: absoluteUrl(publisher, '') }],
    paths: Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
    components: { schemas: jsonSchemas() },
  }
}

function operation(endpoint: Endpoint) {
  const answer = ANSWERS[endpoint.path]
  if (!answer) throw new Error(`${endpoint.path} is not described`)
  const { operationId, summary, schema, alsoFails = {} } = answer
  // An address without parameters refuses those that it is given.
  const fails = { 400: 'The request cannot be understood.', ...alsoFails }
  return {
    operationId,
    summary,
    // Nothing has to be shown to read: generated clients ask for no key.
    security: [],
    parameters: [
      ...(endpoint.path.includes('{id}') ? [pathId()] : []),
      ...endpoint.parameters.map((name) => parameter(endpoint, name)),
    ],
    responses: {
      200: { description: 'The answer.', content: content(endpoint, schema) },
      304: { description: 'What the client holds is still right.' },
      ...Object.fromEntries(
        Object.entries(fails).map(([status, description]) => [
          status,
          { description, content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } } },
        ]),
      ),
    },
  }
}

function content({ formats = [] }: Endpoint, schema: string | null) {
  const plain = schema === null ? { type: 'object' } : { $ref: `#/components/schemas/${schema}` }
  const ninjs = { $ref: '#/components/schemas/Ninjs' }
  return {
    'application/json': { schema: formats.includes('ninjs') ? { anyOf: [plain, ninjs] } : plain },
    ...(formats.includes('xml') && { 'text/xml': { schema: { type: 'string' } } }),
  }
}

function parameter({ formats = [], required }: Endpoint, name: ParameterName) {
  const [defaultFormat] = formats
  const description =
    name === 'format'
      ? described('In which form the answer comes.', { enum: formats, default: defaultFormat })
      : PARAMETERS[name]
  return { name, in: 'query', ...(name === required && { required: true }), ...description }
}

function pathId() {
  return {
    name: 'id',
    in: 'path',
    required: true,
    ...described('The number of the story: the last digits of its address.', { type: 'integer', minimum: 1 }),
  }
}

function described(description: string, schema: Record<string, unknown>) {
  return { description, schema }
}
