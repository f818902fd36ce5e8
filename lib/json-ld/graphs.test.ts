import type { Graph } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import { articleGraph } from '@/lib/json-ld/article-graph'
import { authorGraph } from '@/lib/json-ld/author-graph'
import { listGraph } from '@/lib/json-ld/list-graph'
import { searchGraph } from '@/lib/json-ld/search-graph'
import { standingGraph } from '@/lib/json-ld/standing-graph'
import { BRIDGE, PUBLICATION, SO_FAR, TRAMS } from '@/lib/testing/article-fixtures'

interface Node {
  '@type': string
  '@id': string
  [property: string]: unknown
}

const nodes = (graph: Graph) => JSON.parse(JSON.stringify(graph['@graph'])) as Node[]
const types = (graph: Graph) => nodes(graph).map((node) => node['@type'])
const node = (graph: Graph, type: string) => nodes(graph).find((found) => found['@type'] === type)

const mirela = {
  id: 1,
  slug: 'mirela-osei',
  name: 'Mirela Osei',
  role: 'Transport writer',
  bio: 'She writes.',
  email: 'mirela@observer.example',
  links: [{ name: 'Mastodon', url: 'https://social.example/@mirela' }],
  portrait: BRIDGE,
}
const items = [
  { headline: 'Trams', path: '/city/trams-4' },
  { headline: 'Ferries', path: '/city/ferries-5' },
]

/** The ids of references: objects with an `@id` and nothing else. */
function referencedIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencedIds)
  if (typeof value !== 'object' || value === null) return []
  const entries = Object.entries(value)
  if (entries.length === 1 && entries[0]?.[0] === '@id') return [String(entries[0][1])]
  return entries.flatMap(([, below]) => referencedIds(below))
}

const GRAPHS: [string, Graph][] = [
  ['a story', articleGraph(PUBLICATION, TRAMS, SO_FAR)],
  ['an author', authorGraph(PUBLICATION, { author: mirela, page: 1, items })],
  ['an author’s older stories', authorGraph(PUBLICATION, { author: mirela, page: 2, items })],
  ['the front page', listGraph(PUBLICATION, { path: '/', name: 'The Linnet Observer', description: '', items }, [])],
  ['the search page', searchGraph(PUBLICATION)],
  ['the ethics page', standingGraph(PUBLICATION, { slug: 'ethics', headline: 'How we work', description: '' })],
]

describe.each(GRAPHS)('the graph of %s', (_name, graph) => {
  it('contains the paper and the site beside its own subject', () => {
    expect(types(graph)).toEqual(expect.arrayContaining(['NewsMediaOrganization', 'WebSite']))
  })

  it('describes every thing once and refers only to things it describes', () => {
    const ids = nodes(graph).map((found) => found['@id'])
    expect(new Set(ids).size).toBe(ids.length)
    expect(referencedIds(nodes(graph)).filter((id) => !ids.includes(id))).toEqual([])
  })
})

it('the things of a page have stable ids [json-ld-graph]', () => {
  const ids = (graph: Graph) =>
    [...JSON.stringify(graph).matchAll(/"@id":"https:\/\/observer\.example([^"]+)"/g)].map(([, id]) => id)
  expect(ids(articleGraph(PUBLICATION, TRAMS, SO_FAR))).toEqual(
    expect.arrayContaining([
      '/#organization',
      '/#website',
      `${TRAMS.path}#article`,
      `${TRAMS.path}#breadcrumb`,
      '/authors/mirela-osei#person',
    ]),
  )
  const list = listGraph(PUBLICATION, { path: '/city', name: 'City', description: '', items }, [])
  expect(ids(list)).toEqual(expect.arrayContaining(['/city#list']))
})

it('the breadcrumb of a story leads from the front page through its sections to the story', () => {
  const list = node(articleGraph(PUBLICATION, TRAMS, SO_FAR), 'BreadcrumbList')?.itemListElement
  expect(list).toMatchObject([
    { position: 1, name: 'The Linnet Observer', item: 'https://observer.example/' },
    { position: 2, name: 'City', item: 'https://observer.example/city' },
    { position: 3, name: 'Transport', item: 'https://observer.example/transport' },
    { position: 4, name: TRAMS.headline, item: 'https://observer.example/transport/trams-run-4' },
  ])
})

it('the search action has the address of the search page', () => {
  expect(node(articleGraph(PUBLICATION, TRAMS, SO_FAR), 'WebSite')).toMatchObject({
    potentialAction: {
      target: { urlTemplate: 'https://observer.example/search?q={search_term_string}' },
      'query-input': 'required name=search_term_string',
    },
  })
})

it('the first page of an author describes the author, later pages name the author as their subject', () => {
  const first = authorGraph(PUBLICATION, { author: mirela, page: 1, items })
  expect(node(first, 'ProfilePage')).toMatchObject({
    mainEntity: {
      '@type': 'Person',
      name: 'Mirela Osei',
      jobTitle: 'Transport writer',
      description: 'She writes.',
      image: 'https://observer.example/media/0123456789abcdef-800.jpeg',
    },
  })
  expect(node(first, 'ItemList')).toMatchObject({ numberOfItems: 2 })
  const second = authorGraph(PUBLICATION, { author: mirela, page: 2, items })
  expect(node(second, 'CollectionPage')).toMatchObject({
    '@id': 'https://observer.example/authors/mirela-osei/page/2',
    about: { '@id': 'https://observer.example/authors/mirela-osei#person' },
  })
})

it('a list contains its stories in the order of the page, by absolute URLs', () => {
  const collection = { path: '/city', name: 'City', description: 'Port Linnet', items }
  const page = node(listGraph(PUBLICATION, collection, [{ name: 'City', path: '/city' }]), 'CollectionPage')
  expect(page?.mainEntity).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Trams', url: 'https://observer.example/city/trams-4' },
      { position: 2, name: 'Ferries', url: 'https://observer.example/city/ferries-5' },
    ],
  })
})

it('an empty list page has no ItemList', () => {
  const page = node(
    listGraph(PUBLICATION, { path: '/city', name: 'City', description: '', items: [] }, []),
    'CollectionPage',
  )
  expect(page).not.toHaveProperty('mainEntity')
})
