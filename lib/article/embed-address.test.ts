import { expect, it } from 'vitest'
import { embedAt } from '@/lib/article/embed-address'

it.each([
  [
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ&si=who-sent-it',
    'youtube',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  ],
  ['https://youtu.be/aqz-KE-bpKQ?si=who-sent-it', 'youtube', 'https://youtu.be/aqz-KE-bpKQ'],
  ['http://vimeo.com/1084537', 'vimeo', 'https://vimeo.com/1084537'],
  ['https://soundcloud.com/harbour-radio/fog-horns', 'soundcloud', 'https://soundcloud.com/harbour-radio/fog-horns'],
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
])('%s is embedded', (address, provider, url) => {
  expect(embedAt(address)).toEqual({ provider, url })
})

it.each([
  'https://www.youtube.com/@harbour',
  'https://youtube.com.example.org/watch?v=aqz-KE-bpKQ',
  'javascript:alert(1)//youtube.com/watch?v=aqz-KE-bpKQ',
  'https://example.org/news',
  'not an address',
])('%s is not', (address) => {
  expect(embedAt(address)).toBeNull()
})
