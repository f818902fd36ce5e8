import { readFileSync } from 'node:fs'

const TYPES = 'node_modules/schema-dts/dist/schema.d.ts'
const INTERFACE = /^(?:export )?interface (\w+?)(Base|Leaf)(?:<[^>]*>)? extends ([^{]+)\{\n((?: {4}.*\n)*)\}/gm

interface Entity {
  '@id': string
  '@type': 'rdfs:Class' | 'rdf:Property'
  'rdfs:subClassOf'?: { '@id': string }[]
  'schema:domainIncludes'?: { '@id': string }[]
}

/**
 * The classes and properties of schema.org in the form in which schema.org publishes them, read from the types of
 * schema-dts, which are generated from the same vocabulary, so that tests need no network.
 */
export function schemaVocabulary(): { '@graph': Entity[] } {
  const parents = new Map<string, Set<string>>()
  const domains = new Map<string, Set<string>>()
  for (const [, name = '', kind, above = '', body = ''] of readFileSync(TYPES, 'utf8').matchAll(INTERFACE)) {
    const existing = parents.get(name) ?? new Set()
    parents.set(name, existing)
    for (const [, parent = ''] of above.matchAll(/(\w+)Base/g)) if (parent !== name) existing.add(parent)
    if (kind !== 'Base') continue
    for (const [, property = ''] of body.matchAll(/^ {4}"(\w+)"\?:/gm)) {
      domains.set(property, (domains.get(property) ?? new Set()).add(name))
    }
  }
  const ids = (names: Iterable<string>) => [...names].map((name) => ({ '@id': `schema:${name}` }))
  return {
    '@graph': [
      ...[...parents].map(
        ([name, above]): Entity => ({
          '@id': `schema:${name}`,
          '@type': 'rdfs:Class',
          'rdfs:subClassOf': ids(above),
        }),
      ),
      ...[...domains].map(
        ([name, of]): Entity => ({
          '@id': `schema:${name}`,
          '@type': 'rdf:Property',
          'schema:domainIncludes': ids(of),
        }),
      ),
    ],
  }
}
