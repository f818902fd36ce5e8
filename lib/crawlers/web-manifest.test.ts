import { expect, it } from 'vitest'
import { webManifest } from '@/lib/crawlers/web-manifest'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

it('the manifest has the name, the language and icons for every device', () => {
  const manifest = webManifest(PUBLICATION.settings)
  expect(manifest).toMatchObject({ name: 'The Linnet Observer', lang: 'en', dir: 'ltr', start_url: '/', scope: '/' })
  expect(manifest.icons.map(({ sizes, purpose }) => [sizes, purpose])).toEqual([
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ])
})

it('a paper without a tagline has no description', () => {
  expect(webManifest({ ...PUBLICATION.settings, tagline: '' })).not.toHaveProperty('description')
})
