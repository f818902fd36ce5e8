import { z } from 'zod'
import { ARTICLE_KINDS } from '@/lib/article/article'
import { SPAN_MARKS } from '@/lib/article/body'
import { EMBED_PROVIDERS } from '@/lib/article/embed-address'

/*
 * The answers of the API: the types that its builders return and, in openapi.json, the JSON Schema that programs read.
 * Every property is always present; an unknown value is null or empty. An object has no other properties.
 */

const text = z.string()
const whole = z.int().min(0)
const id = z.int().min(1)
const address = z.url()
const instant = z.iso.datetime({ offset: true })
const language = z.string().meta({ description: 'BCP 47 tag.', examples: ['en', 'hi'] })

const Problem = z.strictObject({ type: text, title: text, status: z.int(), detail: text }).meta({
  description: 'Why there is no answer (RFC 9457).',
  examples: [
    {
      type: 'about:blank',
      title: 'The request cannot be understood',
      status: 400,
      detail: 'limit takes one of 10, 20, 50, 100.',
    },
  ],
})

const Name = z
  .strictObject({ id, slug: text, name: text, url: address })
  .meta({ description: 'A section, a topic or a timeline.' })

const Words = z
  .array(
    z.strictObject({
      text,
      marks: z.array(z.enum(SPAN_MARKS)),
      url: z.string().meta({ description: 'Where the words lead; absolute.' }).nullable(),
    }),
  )
  .meta({ description: 'Runs of words, each in one dress.' })

const Reference = z
  .strictObject({ id, headline: text, language, url: address })
  .meta({ description: 'Another story, as it is called and stands now.' })

const Picture = z.strictObject({
  id,
  alt: text,
  caption: text,
  credit: text,
  creator: text,
  copyright: text,
  licenceUrl: text.nullable(),
  acquireUrl: text.nullable(),
  width: whole,
  height: whole,
  focus: z
    .strictObject({ x: z.number(), y: z.number() })
    .meta({ description: 'What every crop keeps, as shares of the sides.' }),
  files: z.array(
    z.strictObject({ url: address, format: z.enum(['avif', 'webp', 'jpeg']), width: whole, height: whole }),
  ),
  crops: z.array(
    z.strictObject({ shape: z.enum(['16x9', '4x3', '1x1', 'social']), url: address, width: whole, height: whole }),
  ),
})

const anchor = z.string().meta({ description: 'Anchor within the story.' })
const paragraph = z.strictObject({ type: z.literal('paragraph'), id: anchor, text: Words })
const list = z.strictObject({
  type: z.literal('list'),
  id: anchor,
  ordered: z.boolean(),
  start: whole.meta({ description: 'The number of the first item; 1 in a list without numbers.' }),
  items: z.array(Words),
  nesting: z
    .array(z.strictObject({ depth: whole, ordered: z.boolean(), start: whole }).nullable())
    .nullable()
    .meta({
      description:
        'For each item null at the first level, otherwise how deep it stands in lists within items, whether its list has numbers, and the number of its first item (1 in a list without numbers). null where all items are at the first level.',
    }),
})
const figure = { picture: Picture, caption: text, credit: text }

const Element = z
  .discriminatedUnion('type', [
    paragraph,
    z.strictObject({
      type: z.literal('heading'),
      id: anchor,
      level: z.literal([2, 3]),
      text: Words,
      at: instant.meta({ description: 'When this entry of a live story was written.' }).nullable(),
    }),
    list,
    z.strictObject({ type: z.literal('quote'), id: anchor, text: Words, attribution: text }),
    z.strictObject({ type: z.literal('pull-quote'), id: anchor, text, attribution: text }),
    z.strictObject({ type: z.literal('image'), id: anchor, ...figure }),
    z.strictObject({
      type: z.literal('gallery'),
      id: anchor,
      caption: text,
      pictures: z.array(z.strictObject(figure)),
    }),
    z.strictObject({
      type: z.literal('table'),
      id: anchor,
      caption: text,
      header: z.array(Words),
      rows: z.array(z.array(Words)),
    }),
    z.strictObject({
      type: z.literal('fact-box'),
      id: anchor,
      title: text,
      elements: z.array(z.discriminatedUnion('type', [paragraph, list])),
    }),
    z.strictObject({ type: z.literal('divider'), id: anchor }),
    z.strictObject({
      type: z.literal('embed'),
      id: anchor,
      provider: z.enum(EMBED_PROVIDERS),
      url: address,
      title: text,
    }),
    z.strictObject({ type: z.literal('also-read'), id: anchor, target: Reference }),
    z.strictObject({ type: z.literal('also-read-elsewhere'), id: anchor, url: address, label: text }),
    z.strictObject({ type: z.literal('related-news'), id: anchor, targets: z.array(Reference) }),
  ])
  .meta({ description: 'One typed block of a story’s text.' })

const Story = z
  .strictObject({
    id,
    url: address.meta({
      examples: ['https://paper.example/transport/the-last-ferry-leaves-at-six-42'],
      description: 'Where readers find the story now; it moves when the story does.',
    }),
    kind: z.enum(ARTICLE_KINDS),
    language,
    headline: z.string().meta({ examples: ['The last ferry leaves at six'] }),
    kicker: z.string().meta({ description: 'The short label above the headline.' }),
    standfirst: z.string().meta({ description: 'The summary under the headline.' }),
    dateline: z.string().meta({ description: 'Where it was reported.' }),
    published: instant.meta({
      examples: ['2026-11-23T08:00:00+00:00'],
      description: 'The first publication; it never moves.',
    }),
    updated: instant.meta({ description: 'The last update or correction that readers were told about.' }).nullable(),
    modified: instant.meta({ description: 'The later of the two.' }),
    sections: z.array(Name).meta({ description: 'From the top of the tree down to the story’s own.' }),
    topics: z.array(Name),
    timeline: Name.nullable().meta({
      description: 'The stories of the event that it is part of; null without, and while there are fewer than three.',
    }),
    authors: z.array(
      z
        .strictObject({ name: text, slug: text.nullable(), url: address.nullable() })
        .meta({ description: 'slug and url are null without a profile page.' }),
    ),
    picture: Picture.nullable(),
    unlisted: z
      .boolean()
      .meta({ description: 'Whether search engines are asked not to list it. Do not list it either.' }),
    formats: z.strictObject({ json: address, markdown: address, ninjs: address }),
  })
  .meta({ description: 'A story as lists have it: everything but its text.' })

const Article = z
  .strictObject({
    ...Story.shape,
    wordCount: whole,
    corrections: z.array(z.strictObject({ note: text, corrected: instant })),
    translations: z.array(z.strictObject({ id, headline: text, language, original: z.boolean(), url: address })),
    body: z.strictObject({
      elements: z.array(Element),
      html: z.string().meta({ description: 'The same as HTML that needs and runs nothing.' }),
      text: z.string().meta({ description: 'The same as plain text, without the live references.' }),
    }),
  })
  .meta({ description: 'A whole story.' })

const StoryList = z.strictObject({
  articles: z.array(Story),
  next: address.meta({ description: 'The page after this one; null on the last.' }).nullable(),
})

const Marked = z
  .array(z.strictObject({ text, found: z.boolean() }))
  .meta({ description: 'Words of a story in parts; found is true for what was looked for.' })

const FoundStory = z.strictObject({
  ...Story.shape,
  found: z
    .strictObject({ headline: Marked, passage: Marked })
    .meta({ description: 'The headline, and the words of the story around what was looked for; plain text.' }),
})

const FoundStoryList = z.strictObject({
  articles: z.array(FoundStory),
  next: address.meta({ description: 'The page after this one; null on the last.' }).nullable(),
  didYouMean: text
    .meta({
      description: 'Another spelling of q, which finds more; null when enough is found, or nothing is likelier.',
    })
    .nullable(),
})

const Section = z.strictObject({
  id,
  slug: text,
  name: text,
  url: address,
  description: text,
  get sections() {
    return z.array(Section).meta({ description: 'Those below it, in order.' })
  },
})
const SectionTree = z.strictObject({ sections: z.array(Section) })

const TopicList = z.strictObject({
  topics: z.array(z.strictObject({ id, slug: text, name: text, url: address, description: text })),
})

const TimelineList = z.strictObject({
  timelines: z.array(
    z.strictObject({
      id,
      slug: text,
      name: text,
      url: address,
      description: text.meta({ description: 'The introduction; it may have several lines.' }),
      language,
      stories: whole.meta({ description: 'How many stories it has.' }),
    }),
  ),
})

const AuthorList = z.strictObject({
  authors: z.array(
    z.strictObject({
      id,
      slug: text,
      name: text,
      role: text,
      bio: text,
      /** Where readers can write to; empty for nowhere. */
      email: text,
      links: z.array(z.strictObject({ name: text, url: address })),
      url: address,
      portrait: Picture.nullable(),
    }),
  ),
})

const OEmbed = z
  .strictObject({
    type: z.literal('rich'),
    version: z.literal('1.0'),
    title: text,
    author_name: text.optional(),
    author_url: address.optional(),
    provider_name: text,
    provider_url: address,
    cache_age: whole.optional(),
    thumbnail_url: address.optional(),
    thumbnail_width: whole.optional(),
    thumbnail_height: whole.optional(),
    html: text,
    width: whole,
    height: whole,
  })
  .meta({ description: 'oEmbed 1.0, type rich.' })

const Ninjs = z
  .looseObject({ uri: address, standard: z.looseObject({}) })
  .meta({ description: 'A news object of IPTC ninjs 3.1; its schema is named in standard.' })

/** The schema of each answer, by the name under which openapi.json describes it. */
export const SCHEMAS = {
  Problem,
  Name,
  Words,
  Reference,
  Picture,
  Element,
  Story,
  Article,
  StoryList,
  Marked,
  FoundStory,
  FoundStoryList,
  Section,
  SectionTree,
  TopicList,
  TimelineList,
  AuthorList,
  OEmbed,
  Ninjs,
}

/** The type of an answer, by the name of its schema. */
export type Answer<Name extends keyof typeof SCHEMAS> = z.infer<(typeof SCHEMAS)[Name]>
