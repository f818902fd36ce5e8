import { expect, it } from 'vitest'
import { pictureJsonLd } from '@/lib/json-ld/image'
import { BRIDGE, PUBLICATION } from '@/lib/testing/article-fixtures'

it('every shape of a picture has its rights', () => {
  const shapes = pictureJsonLd(PUBLICATION, BRIDGE)
  expect(shapes).toHaveLength(3)
  for (const shape of shapes) {
    expect(shape).toMatchObject({
      creator: { '@type': 'Person', name: 'Ada Marsh' },
      creditText: 'Ada Marsh / Observer',
      copyrightNotice: '© Linnet Observer Press',
      license: 'https://observer.example/licence',
      acquireLicensePage: 'https://observer.example/contact',
      caption: 'The bridge, half open',
    })
  }
})

it('unknown rights of a picture are left out', () => {
  const rights = { creator: '', copyright: '', licenceUrl: '', acquireUrl: '' }
  const [shape] = pictureJsonLd(PUBLICATION, { ...BRIDGE, rights, credit: '', caption: '' })
  expect(Object.keys(shape ?? {}).toSorted()).toEqual(['@type', 'contentUrl', 'height', 'url', 'width'])
})

it('a creator with the name of the paper is the organisation', () => {
  const rights = { ...BRIDGE.rights, creator: 'The Linnet Observer' }
  expect(pictureJsonLd(PUBLICATION, { ...BRIDGE, rights })[0]).toMatchObject({ creator: { '@type': 'Organization' } })
})
