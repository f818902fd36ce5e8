import { ARTICLE_KINDS } from '@/lib/article/article'

/*
 * What the answers of the API look like, as JSON Schema 2020-12 in the dialect of OpenAPI 3.1. Every property is always
 * there; what is not known is null or empty.
 */

type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const whole: Schema = { type: 'integer', minimum: 0 }
const id: Schema = { type: 'integer', minimum: 1 }
const yesOrNo: Schema = { type: 'boolean' }
const address: Schema = { type: 'string', format: 'uri' }
const instant: Schema = { type: 'string', format: 'date-time' }
const language: Schema = { type: 'string', description: 'BCP 47 tag.', examples: ['en', 'hi'] }

function record(properties: Record<string, Schema>, description?: string): Schema {
  return {
    type: 'object',
    ...(description && { description }),
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  }
}

function listOf(items: Schema): Schema {
  return { type: 'array', items }
}

function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] }
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` }
}

function element(type: string, properties: Record<string, Schema>): Schema {
  return record({
    type: { const: type },
    id: { type: 'string', description: 'Anchor within the story.' },
    ...properties,
  })
}

const words = ref('Words')
const picture = ref('Picture')
const figure = { picture, caption: text, credit: text }

const story: Record<string, Schema> = {
  id,
  url: {
    ...address,
    examples: ['https://paper.example/transport/the-last-ferry-leaves-at-six-42'],
    description: 'Where readers find the story now; it moves when the story does.',
  },
  kind: { enum: ARTICLE_KINDS },
  language,
  headline: { type: 'string', examples: ['The last ferry leaves at six'] },
  kicker: { type: 'string', description: 'The short label above the headline.' },
  standfirst: { type: 'string', description: 'The summary under the headline.' },
  dateline: { type: 'string', description: 'Where it was reported.' },
  published: {
    ...instant,
    examples: ['2026-11-23T08:00:00+00:00'],
    description: 'The first publication; it never moves.',
  },
  updated: orNull({ ...instant, description: 'The last update or correction that readers were told about.' }),
  modified: { ...instant, description: 'The later of the two.' },
  sections: { ...listOf(ref('Name')), description: 'From the top of the tree down to the story’s own.' },
  topics: listOf(ref('Name')),
  authors: listOf(
    record({ name: text, slug: orNull(text), url: orNull(address) }, 'slug and url are null without a profile page.'),
  ),
  picture: orNull(picture),
  unlisted: { type: 'boolean', description: 'Whether search engines are asked not to list it. Do not list it either.' },
  formats: record({ json: address, markdown: address, ninjs: address }),
}

const paragraph = element('paragraph', { text: words })
const list = element('list', { ordered: yesOrNo, items: listOf(words) })

export const SCHEMAS: Record<string, Schema> = {
  Problem: {
    ...record(
      { type: text, title: text, status: { type: 'integer' }, detail: text },
      'Why there is no answer (RFC 9457).',
    ),
    examples: [
      {
        type: 'about:blank',
        title: 'The request cannot be understood',
        status: 400,
        detail: 'limit takes one of 10, 20, 50, 100.',
      },
    ],
  },
  Name: record({ id, slug: text, name: text, url: address }, 'A section or a topic.'),
  Words: {
    ...listOf(
      record({
        text,
        marks: listOf({ enum: ['bold', 'italic', 'code'] }),
        url: orNull({ type: 'string', description: 'Where the words lead; absolute.' }),
      }),
    ),
    description: 'Runs of words, each in one dress.',
  },
  Reference: record({ id, headline: text, language, url: address }, 'Another story, as it is called and stands now.'),
  Picture: record({
    id,
    alt: text,
    caption: text,
    credit: text,
    creator: text,
    copyright: text,
    licenceUrl: orNull(text),
    acquireUrl: orNull(text),
    width: whole,
    height: whole,
    focus: record({ x: { type: 'number' }, y: { type: 'number' } }, 'What every crop keeps, as shares of the sides.'),
    files: listOf(record({ url: address, format: { enum: ['avif', 'webp', 'jpeg'] }, width: whole, height: whole })),
    crops: listOf(
      record({ shape: { enum: ['16x9', '4x3', '1x1', 'social'] }, url: address, width: whole, height: whole }),
    ),
  }),
  Element: {
    description: 'One typed block of a story’s text.',
    oneOf: [
      paragraph,
      element('heading', {
        level: { enum: [2, 3] },
        text: words,
        at: orNull({ ...instant, description: 'When this entry of a live story was written.' }),
      }),
      list,
      element('quote', { text: words, attribution: text }),
      element('pull-quote', { text, attribution: text }),
      element('image', figure),
      element('gallery', { caption: text, pictures: listOf(record(figure)) }),
      element('table', { caption: text, header: listOf(words), rows: listOf(listOf(words)) }),
      element('fact-box', { title: text, elements: listOf({ oneOf: [paragraph, list] }) }),
      element('divider', {}),
      element('embed', {
        provider: { enum: ['youtube', 'vimeo', 'soundcloud', 'mastodon', 'bluesky'] },
        url: address,
        title: text,
      }),
      element('also-read', { target: ref('Reference') }),
      element('also-read-elsewhere', { url: address, label: text }),
      element('related-news', { targets: listOf(ref('Reference')) }),
    ],
  },
  Story: record(story, 'A story as lists have it: everything but its text.'),
  Article: record(
    {
      ...story,
      wordCount: whole,
      corrections: listOf(record({ note: text, corrected: instant })),
      translations: listOf(record({ id, headline: text, language, original: yesOrNo, url: address })),
      body: record({
        elements: listOf(ref('Element')),
        html: { type: 'string', description: 'The same as HTML that needs and runs nothing.' },
        text: { type: 'string', description: 'The same as plain text, without the live references.' },
      }),
    },
    'A whole story.',
  ),
  StoryList: record({
    articles: listOf(ref('Story')),
    next: orNull({ ...address, description: 'The page after this one; null on the last.' }),
  }),
  Section: record({
    id,
    slug: text,
    name: text,
    url: address,
    description: text,
    sections: { ...listOf(ref('Section')), description: 'Those below it, in order.' },
  }),
  SectionTree: record({ sections: listOf(ref('Section')) }),
  TopicList: record({
    topics: listOf(record({ id, slug: text, name: text, url: address, description: text })),
  }),
  AuthorList: record({
    authors: listOf(
      record({ id, slug: text, name: text, role: text, bio: text, url: address, portrait: orNull(picture) }),
    ),
  }),
  OEmbed: {
    type: 'object',
    description: 'oEmbed 1.0, type rich.',
    properties: {
      type: { const: 'rich' },
      version: { const: '1.0' },
      title: text,
      author_name: text,
      author_url: address,
      provider_name: text,
      provider_url: address,
      cache_age: whole,
      thumbnail_url: address,
      thumbnail_width: whole,
      thumbnail_height: whole,
      html: text,
      width: whole,
      height: whole,
    },
    required: ['type', 'version', 'title', 'provider_name', 'provider_url', 'html', 'width', 'height'],
    additionalProperties: false,
  },
  Ninjs: {
    type: 'object',
    description: 'A news object of IPTC ninjs 3.1; its schema is named in standard.',
    properties: { uri: address, standard: { type: 'object' } },
    required: ['uri', 'standard'],
  },
}
