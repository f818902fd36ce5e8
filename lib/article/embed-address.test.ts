import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodySchema, draftBodySchema } from '@/lib/article/body'
import { EMBED_PROVIDERS, embedAt } from '@/lib/article/embed-address'
import { propertyRuns } from '@/lib/testing/property-runs'

const FILM = 'aqz-KE-bpKQ'

it.each([
  [`https://www.youtube.com/watch?v=${FILM}&si=who-sent-it`, 'youtube', `https://www.youtube.com/watch?v=${FILM}`],
  [`https://youtu.be/${FILM}?si=who-sent-it`, 'youtube', `https://youtu.be/${FILM}`],
  [`https://m.youtube.com/watch?t=90&v=${FILM}`, 'youtube', `https://www.youtube.com/watch?v=${FILM}&t=90`],
  [
    `https://youtube.com/watch?v=${FILM}&list=PL9x_-1&index=3&pp=x`,
    'youtube',
    `https://www.youtube.com/watch?v=${FILM}&list=PL9x_-1&index=3`,
  ],
  [`https://www.youtube.com/watch?v=${FILM}#t=1m30s`, 'youtube', `https://www.youtube.com/watch?v=${FILM}#t=1m30s`],
  [
    `https://www.youtube.com/watch?v=${FILM}&start=30&end=60`,
    'youtube',
    `https://www.youtube.com/watch?v=${FILM}&start=30&end=60`,
  ],
  [`https://youtu.be/${FILM}?si=x&t=1m30s`, 'youtube', `https://youtu.be/${FILM}?t=1m30s`],
  [`https://youtu.be/${FILM}?list=PL9x&t=5`, 'youtube', `https://youtu.be/${FILM}?list=PL9x&t=5`],
  [`https://www.youtube.com/shorts/${FILM}?feature=share&t=7`, 'youtube', `https://www.youtube.com/shorts/${FILM}?t=7`],
  [`https://www.youtube.com/live/${FILM}?t=3600&si=x`, 'youtube', `https://www.youtube.com/live/${FILM}?t=3600`],
  [
    `https://www.youtube.com/embed/${FILM}?start=30&autoplay=1`,
    'youtube',
    `https://www.youtube.com/embed/${FILM}?start=30`,
  ],
  [
    `https://www.youtube-nocookie.com/embed/${FILM}?start=30`,
    'youtube',
    `https://www.youtube-nocookie.com/embed/${FILM}?start=30`,
  ],
  [`https://music.youtube.com/watch?v=${FILM}`, 'youtube', `https://music.youtube.com/watch?v=${FILM}`],
  ['https://www.youtube.com/playlist?list=PL9x_-1&si=x', 'youtube', 'https://www.youtube.com/playlist?list=PL9x_-1'],
  ['http://vimeo.com/1084537', 'vimeo', 'https://vimeo.com/1084537'],
  ['https://vimeo.com/1084537/ab12cd34ef?share=copy', 'vimeo', 'https://vimeo.com/1084537/ab12cd34ef'],
  ['https://vimeo.com/1084537?h=ab12cd34ef&share=copy', 'vimeo', 'https://vimeo.com/1084537?h=ab12cd34ef'],
  ['https://vimeo.com/1084537/ab12cd34ef#t=1m2s', 'vimeo', 'https://vimeo.com/1084537/ab12cd34ef#t=1m2s'],
  ['https://vimeo.com/1084537#t=62', 'vimeo', 'https://vimeo.com/1084537#t=62'],
  [
    'https://player.vimeo.com/video/1084537?h=ab12cd34ef&app_id=1',
    'vimeo',
    'https://player.vimeo.com/video/1084537?h=ab12cd34ef',
  ],
  ['https://vimeo.com/groups/tides/videos/1084537', 'vimeo', 'https://vimeo.com/groups/tides/videos/1084537'],
  ['https://vimeo.com/showcase/77/video/1084537', 'vimeo', 'https://vimeo.com/showcase/77/video/1084537'],
  [
    'https://soundcloud.com/harbour-radio/fog-horns?si=x#t=1:30',
    'soundcloud',
    'https://soundcloud.com/harbour-radio/fog-horns#t=1:30',
  ],
  [
    'https://soundcloud.com/harbour-radio/fog-horns/s-Ab12',
    'soundcloud',
    'https://soundcloud.com/harbour-radio/fog-horns/s-Ab12',
  ],
  ['https://on.soundcloud.com/Ab12Cd', 'soundcloud', 'https://on.soundcloud.com/Ab12Cd'],
  [
    'https://bsky.app/profile/harbour.example/post/3kabc',
    'bluesky',
    'https://bsky.app/profile/harbour.example/post/3kabc',
  ],
  [
    'https://social.example/@harbour/112233445566778899',
    'mastodon',
    'https://social.example/@harbour/112233445566778899',
  ],
  [
    'https://social.example/users/harbour/statuses/112233445566778899',
    'mastodon',
    'https://social.example/users/harbour/statuses/112233445566778899',
  ],
])('%s is embedded', (address, provider, url) => {
  expect(embedAt(address)).toEqual({ provider, url })
  expect(embedAt(url)).toEqual({ provider, url })
})

it.each([
  'https://www.youtube.com/@harbour',
  'https://www.youtube.com/@harbour/112233445566778899',
  'https://www.youtube.com/watch?list=PL9x_-1',
  `https://youtube.com.example.org/watch?v=${FILM}`,
  `https://www.youtube.com:8443/watch?v=${FILM}`,
  `https://www.youtube.com@example.org/watch?v=${FILM}`,
  `javascript:alert(1)//youtube.com/watch?v=${FILM}`,
  'https://vimeo.com/about',
  'https://soundcloud.com/harbour-radio',
  'https://example.org/news',
  'not an address',
])('%s is not', (address) => {
  expect(embedAt(address)).toBeNull()
})

describe('the provider of an embed', () => {
  const embed = (provider: string, url: string) => [{ type: 'embed', id: 'e1', provider, url, title: 'The last run' }]

  it.each([
    ['youtube', 'https://example.org/film'],
    ['youtube', 'https://vimeo.com/1084537'],
    ['vimeo', `https://www.youtube.com/watch?v=${FILM}`],
    ['mastodon', 'https://bsky.app/profile/harbour.example/post/3kabc'],
    ['soundcloud', 'https://soundcloud.com.example.org/harbour-radio/fog-horns'],
  ])('%s does not fit %s, published or in a draft', (provider, url) => {
    for (const schema of [bodySchema, draftBodySchema]) {
      expect(schema.safeParse(embed(provider, url)).error?.issues).toMatchObject([{ path: [0, 'url'] }])
    }
  })

  it('is that of its address, for any address', () => {
    const host = fc.constantFrom(
      'www.youtube.com',
      'youtu.be',
      'vimeo.com',
      'soundcloud.com',
      'bsky.app',
      'social.example',
    )
    const path = fc.constantFrom(`/watch?v=${FILM}`, `/${FILM}`, '/1084537/ab', '/a/b', '/@a/112233445566778899', '/x')
    fc.assert(
      fc.property(
        host,
        path,
        fc.constantFrom(...EMBED_PROVIDERS),
        fc.webFragments(),
        (at, rest, provider, fragment) => {
          const url = `https://${at}${rest}#${fragment}`
          const found = embedAt(url)
          expect(draftBodySchema.safeParse(embed(provider, url)).success).toBe(found?.provider === provider)
          if (found) expect(embedAt(found.url)).toEqual(found)
        },
      ),
      { numRuns: propertyRuns() },
    )
  })
})
