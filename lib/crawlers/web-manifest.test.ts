import { expect, it } from 'vitest'
import { webManifest } from '@/lib/crawlers/web-manifest'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

it('the paper is installed under its name, in its language, with a picture for every device', () => {
  const manifest = webManifest(PUBLICATION.settings)
  expect(manifest).toMatchObject({ name: 'The Linnet Observer', lang: 'en', dir: 'ltr', start_url: '/', scope: '/' })
  expect(manifest.icons.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ])
})

it('a paper without a motto says nothing about itself', () => {
  expect(webManifest({ ...PUBLICATION.settings, tagline: '' })).not.toHaveProperty('description')
})
