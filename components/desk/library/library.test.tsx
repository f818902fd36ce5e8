import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Library } from '@/components/desk/library/library'
import { PicturePage } from '@/components/desk/library/picture-page'
import type { LibraryPicture, PictureRecord } from '@/lib/desk/pictures/library-picture'
import { WHOLE_LIBRARY } from '@/lib/desk/pictures/library-query'

const AT = new Date('2026-11-23T14:00:00Z').getTime()

const QUAY: LibraryPicture = {
  version: 1,
  picture: {
    id: 7,
    alt: '',
    caption: 'The quay at dusk',
    credit: '',
    widthPx: 1600,
    heightPx: 900,
    rights: { creator: 'Noor Amari', copyright: '', licenceUrl: '', acquireUrl: '' },
    focus: { x: 0.5, y: 0.5 },
    original: 'originals/00.jpg',
    files: [{ format: 'webp', widthPx: 480, path: '/media/00-480.webp' }],
  },
  place: '',
  keywords: ['quay'],
  rightsCategory: 'forbidden',
  restrictions: '',
  verdict: { kind: 'blocked', why: 'It is not to be used.' },
  uses: 3,
  addedAt: AT,
  addedBy: 'Mara Quill',
  fileName: 'DSC_0042.JPG',
  takenOn: null,
  deletedAt: null,
}

const RECORD: PictureRecord = {
  ...QUAY,
  leases: [],
  places: [{ kind: 'story', id: 12, name: 'The bridge is up', state: 'published' }],
  history: [
    {
      id: 1,
      kind: 'replaced',
      articleId: 12,
      place: 'The bridge is up',
      happenedAt: AT,
      by: 'Mara Quill',
      replacedById: 9,
    },
  ],
}

it('a picture of the library says what it lacks, where it stands and that it may not be used', () => {
  const page = {
    query: WHOLE_LIBRARY,
    perPage: 48,
    credits: ['Noor'],
    bin: null,
    found: { pictures: [QUAY], total: 1 },
  }
  const markup = renderToStaticMarkup(<Library {...page} />)
  for (const words of ['The quay at dusk', 'Noor Amari · in 3 places', 'No alt text', 'May not be used']) {
    expect(markup).toContain(words)
  }
  expect(markup).toContain('href="/admin/pictures/7"')
})

it('an empty library says how to begin, and a search without a hit how to go back', () => {
  const empty = { query: WHOLE_LIBRARY, found: { pictures: [], total: 0 }, perPage: 48, credits: [], bin: null }
  expect(renderToStaticMarkup(<Library {...empty} />)).toContain('The library has no picture yet.')
  const searched = { ...empty, query: { ...WHOLE_LIBRARY, words: 'zeppelin' } }
  expect(renderToStaticMarkup(<Library {...searched} />)).toContain('Show every picture.')
})

it('the page of a picture leads to where it stands and to what took its place; only who may decide can replace it', () => {
  const decided = (mayDecide: boolean) =>
    renderToStaticMarkup(<PicturePage initialRecord={RECORD} mayDecide={mayDecide} timeZone="Europe/Lisbon" />)
  expect(decided(true)).toContain('href="/admin/articles/12"')
  expect(decided(true)).toContain('href="/admin/pictures/9"')
  expect(decided(true)).toContain('Replace it everywhere')
  for (const words of ['Replace it everywhere', 'Throw it away', 'Add these days']) {
    expect(decided(false)).not.toContain(words)
  }
  expect(decided(false)).toContain('and 2 places not listed here')
})

it('the bin of pictures says how many it has, and who emptied it, for whoever may decide on pictures', () => {
  const emptied = [{ emptiedAt: AT - 3_600_000, emptiedBy: 'Ada Reed', count: 2, until: AT + 82_800_000 }]
  const bin = { count: 1, emptied, now: AT, timeZone: 'Europe/Lisbon' }
  const page = {
    query: { ...WHOLE_LIBRARY, state: 'bin' as const },
    found: { pictures: [QUAY], total: 1 },
    perPage: 48,
    credits: [],
  }
  const shown = renderToStaticMarkup(<Library {...page} bin={bin} />)
  expect(shown).toContain('Empty the bin')
  expect(shown).toContain('Ada Reed emptied the bin of 2 pictures')
  expect(renderToStaticMarkup(<Library {...page} bin={null} />)).not.toContain('Empty the bin')
})
