import { expect, it } from 'vitest'
import { organizationJsonLd } from '@/lib/json-ld/organization'
import { PUBLICATION } from '@/lib/testing/article-fixtures'

it('the paper has its name, its contact and the addresses of its policies', () => {
  expect(organizationJsonLd(PUBLICATION)).toMatchObject({
    '@type': 'NewsMediaOrganization',
    name: 'The Linnet Observer',
    legalName: 'Linnet Observer Press',
    foundingDate: '1911',
    address: '4 Quay Street, Port Linnet',
    contactPoint: { contactType: 'newsroom', email: 'desk@observer.example' },
    publishingPrinciples: 'https://observer.example/ethics',
    ethicsPolicy: 'https://observer.example/ethics',
    correctionsPolicy: 'https://observer.example/corrections',
    masthead: 'https://observer.example/about',
    ownershipFundingInfo: 'https://observer.example/about',
    logo: { url: 'https://observer.example/icon-512.png', width: 512 },
  })
})

it('settings that are empty are left out', () => {
  const organisation = { legalName: '', email: '', address: '', foundedYear: null }
  const paper = organizationJsonLd({ ...PUBLICATION, settings: { ...PUBLICATION.settings, organisation } })
  for (const unknown of ['legalName', 'email', 'address', 'foundingDate']) expect(paper).not.toHaveProperty(unknown)
})
