import { memoryPages, validateXML } from 'xmllint-wasm'
import { MAX_NEWS_PER_FILE } from '@/lib/sitemaps/news'
import { FILE_LIMITS } from '@/lib/sitemaps/parts'

const SCHEMAS = 'lib/testing/sitemap-schemas'
const PROTOCOL = 'node_modules/sitemap/schema/sitemap.xsd'

interface Checking {
  siteUrl: string
  /** Returns the text of a file of this project. */
  read: (file: string) => string
}

/**
 * The problems of a sitemap, in words for a developer; empty for a valid one. Checks the schema of the protocol,
 * our schemas of the extensions of Google (made from its public rules), and rules that no schema can express.
 */
export async function sitemapProblems(xml: string, { siteUrl, read }: Checking): Promise<string[]> {
  const isIndex = xml.includes('<sitemapindex')
  const locs = addressesIn(xml)
  const distinct = new Set<string>()
  const twice = locs.filter((loc) => distinct.has(loc) || !distinct.add(loc))
  return [
    ...(await schemaProblems(xml, isIndex ? 'index.xsd' : 'extensions.xsd', read)),
    ...locs.filter((loc) => !loc.startsWith(`${siteUrl}/`)).map((loc) => `${loc} is not of ${siteUrl}`),
    ...twice.map((loc) => `${loc} stands there twice`),
    ...limitProblems(xml),
  ]
}

/** The limits of one file that the sitemap exceeds. */
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
  // The schema of the protocol forbids a sitemap without an address; Google allows an empty news sitemap.
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
