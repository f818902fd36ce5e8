import { memoryPages, validateXML } from 'xmllint-wasm'
import { MAX_NEWS_PER_FILE } from '@/lib/sitemaps/news'
import { FILE_LIMITS } from '@/lib/sitemaps/parts'

const SCHEMAS = 'lib/testing/sitemap-schemas'
const PROTOCOL = 'node_modules/sitemap/schema/sitemap.xsd'

interface Checking {
  siteUrl: string
  /** Answers the words of a file of this project. */
  read: (file: string) => string
}

/**
 * What is wrong with a sitemap, in words for a developer; empty when nothing is. For tests: the schema of the protocol
 * itself, ours of what Google reads beside it (each made from its public rules), and what no schema can say.
 */
export async function sitemapProblems(xml: string, { siteUrl, read }: Checking): Promise<string[]> {
  const isIndex = xml.includes('<sitemapindex')
  const locs = addressesIn(xml)
  const seen = new Set<string>()
  const twice = locs.filter((loc) => seen.has(loc) || !seen.add(loc))
  return [
    ...(await schemaProblems(xml, isIndex ? 'index.xsd' : 'extensions.xsd', read)),
    ...locs.filter((loc) => !loc.startsWith(`${siteUrl}/`)).map((loc) => `${loc} is not of ${siteUrl}`),
    ...twice.map((loc) => `${loc} stands there twice`),
    ...limitProblems(xml),
  ]
}

/** What of the bounds of one file it breaks. */
export function limitProblems(xml: string): string[] {
  const addresses = addressesIn(xml).length
  const stories = xml.split('<news:news>').length - 1
  const bytes = Buffer.byteLength(xml)
  return [
    ...(addresses > FILE_LIMITS.entries ? [`${addresses} addresses are too many`] : []),
    ...(stories > MAX_NEWS_PER_FILE ? [`${stories} stories are too many for Google News`] : []),
    ...(bytes > FILE_LIMITS.bytes ? [`${bytes} bytes are too many`] : []),
  ]
}

function addressesIn(xml: string): string[] {
  return [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, loc = '']) => loc)
}

async function schemaProblems(xml: string, main: string, read: Checking['read']): Promise<string[]> {
  const own = (name: string) => read(`${SCHEMAS}/${name}`)
  // The protocol's schema knows no sitemap without an address; Google allows one where there is no news.
  const isEmpty = /<urlset[^>]*>\s*<\/urlset>/.test(xml)
  const protocol = read(PROTOCOL)
  const others = ['image.xsd', 'news.xsd', 'alternates.xsd'].map((name) => ({ fileName: name, contents: own(name) }))
  const { errors } = await validateXML({
    xml: [{ fileName: 'sitemap.xml', contents: xml }],
    schema: [{ fileName: main, contents: own(main) }],
    preload: [{ fileName: 'sitemap.xsd', contents: isEmpty ? withoutLeast(protocol) : protocol }, ...others],
    maxMemoryPages: 2 * memoryPages.GiB,
  })
  return errors.map(({ message }) => message)
}

function withoutLeast(schema: string): string {
  return schema.replace('name="url" type="tUrl"', 'name="url" type="tUrl" minOccurs="0"')
}
