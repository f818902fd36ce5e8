import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import type { Article } from '@/lib/article/article'
import { oEmbed, oEmbedXml, pathOn } from '@/lib/content-api/o-embed'
import { DEFAULT_DISTRIBUTION } from '@/lib/paper/site-settings'
import { shortDay } from '@/lib/time/dates'

const publisher = {
  siteUrl: 'https://observer.example',
  settings: {
    name: 'The Linnet & Observer',
    tagline: 'News',
    language: 'en',
    timeZone: 'Europe/Lisbon',
    organisation: { legalName: '', email: '', address: '', foundedYear: null },
    distribution: DEFAULT_DISTRIBUTION,
  },
}
const bridge = {
  id: 1,
  alt: 'The bridge',
  caption: '',
  credit: '',
  widthPx: 1600,
  heightPx: 900,
  rights: { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' },
  focus: { x: 0.5, y: 0.5 },
  original: '0123456789abcdef.svg',
  files: [{ format: 'jpeg' as const, widthPx: 400, path: '/media/bridge-400.jpeg' }],
}
const STORY: Article = {
  id: 42,
  headline: '<script>alert("x")</script>',
  kicker: '',
  standfirst: 'At "six" & after.',
  body: [],
  kind: 'news',
  language: 'ar',
  dateline: '',
  slug: 'ferry',
  path: '/city/ferry-42',
  sections: [{ id: 1, slug: 'city', name: 'City', description: '', parentId: null }],
  topics: [],
  bylines: [
    { name: 'Mara Quill', authorSlug: 'mara-quill' },
    { name: 'Night desk', authorSlug: null },
  ],
  leadPicture: bridge,
  corrections: [],
  publishedAt: new Date('2026-11-23T09:00:00Z'),
  updatedAt: null,
  seoTitle: null,
  seoDescription: null,
  isUnlisted: false,
  translations: [],
  isOriginal: true,
}

test('a story is embedded as a quotation with a link, without scripts and without loading anything', () => {
  const { html, ...answer } = oEmbed(STORY, {}, publisher)
  expect(answer).toMatchObject({
    type: 'rich',
    version: '1.0',
    title: STORY.headline,
    author_name: 'Mara Quill',
    author_url: 'https://observer.example/authors/mara-quill',
    provider_name: 'The Linnet & Observer',
    width: 600,
    height: 200,
  })
  expect(html).toBe(
    '<blockquote lang="ar" dir="rtl" cite="https://observer.example/city/ferry-42">' +
      '<p><a href="https://observer.example/city/ferry-42">&lt;script&gt;alert("x")&lt;/script&gt;</a></p>' +
      '<p>At "six" &amp; after.</p>' +
      '<footer lang="en" dir="ltr">Mara Quill, Night desk, <cite>The Linnet &amp; Observer</cite>, ' +
      `<time datetime="2026-11-23T09:00:00+00:00">${shortDay(STORY.publishedAt, publisher.settings)}</time>` +
      '</footer></blockquote>',
  )
})

test('the picture is the largest that fits, and left out when none fits', () => {
  const shown = (room: object) => oEmbed(STORY, room, publisher)
  expect(shown({})).toMatchObject({ thumbnail_width: 1200, thumbnail_height: 630 })
  expect(shown({ maxwidth: 500 })).toMatchObject({
    thumbnail_url: 'https://observer.example/media/bridge-400.jpeg',
    thumbnail_width: 400,
    thumbnail_height: 225,
    width: 500,
    height: 200,
  })
  expect(shown({ maxheight: 100 })).not.toHaveProperty('thumbnail_url')
  expect(shown({ maxheight: 100 })).toMatchObject({ width: 600, height: 100 })
})

test('a story without byline and picture has no author and has its card', () => {
  const answer = oEmbed({ ...STORY, bylines: [], leadPicture: null }, {}, publisher)
  expect(Object.keys(answer).filter((name) => name.startsWith('author'))).toEqual([])
  expect(answer.thumbnail_url).toMatch(/^https:\/\/observer\.example\/cards\/42-[0-9a-z]+\.png$/)
})

test('the XML answer has the same properties', () => {
  const answer = oEmbed(STORY, {}, publisher)
  const [, root] = parseDocument(oEmbedXml(answer), { xmlMode: true }).children.filter(({ type }) => type !== 'text')
  if (root?.type !== 'tag') throw new Error('there is no root')
  expect(root.name).toBe('oembed')
  const names = root.children.map((child) => (child.type === 'tag' ? child.name : ''))
  expect(names).toEqual(Object.keys(answer))
})

test.each([
  ['https://observer.example/city/ferry-42?x=1#corrections', '/city/ferry-42'],
  ['http://observer.example/city/ferry-42', '/city/ferry-42'],
  ['https://observer.example.evil.example/city/ferry-42', null],
  ['https://evil.example/https://observer.example/city/ferry-42', null],
  ['https://observer.example@evil.example/', null],
  ['nowhere', null],
])('the path of %s is %s', (address, path) => {
  expect(pathOn(publisher, address)).toBe(path)
})
