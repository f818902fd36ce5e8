import type { Browser, Page } from 'playwright'
import { bars } from '@/server/bench/bars'
import type { Bar, Figure } from '@/server/bench/figure'
import type { BenchEdition } from '@/server/bench/site/bench-edition'
import { PHONE, readPages, withBrowser } from '@/server/bench/site/browsing'
import type { RunningSite } from '@/server/bench/site/running-site'

/** The path of scripts of the site; any other script is one of the framework. */
const OWN_SCRIPTS = '/assets/'

/** The bytes that a first visit transfers, as counted by the browser: bodies as received, compressed with brotli where the site does. */
export async function weightFigures(site: RunningSite, edition: BenchEdition): Promise<Figure[]> {
  return withBrowser(async (browser) => {
    const figures: Figure[] = []
    for (const [name, path] of readPages(edition)) {
      // The second request brings the smallest bodies.
      await site.client.expect(200, path)
      await site.client.expect(200, path)
      await site.settled()
      const weight = await weightOf(browser, site.url + path)
      const add = (what: string, value: number, bar?: Bar) =>
        figures.push({ part: 'weights', what: `${name}: ${what}`, value, unit: 'bytes', bar })
      add('HTML', weight.document)
      add('CSS', weight.stylesheet)
      if (name === 'article') {
        const total = weight.document + weight.stylesheet + weight.ownScripts + weight.frameworkScripts
        add('HTML, CSS and JS together', total, bars.articlePageBytes)
      }
      add('JS of our own', weight.ownScripts, bars.ownScriptBytes)
      add('JS of the framework', weight.frameworkScripts, bars.frameworkScriptBytes)
      add('fonts', weight.font)
      add('pictures of the first screen', weight.image)
    }
    return figures
  })
}

interface Weight {
  document: number
  stylesheet: number
  font: number
  image: number
  ownScripts: number
  /** Linked or inline; structured data is not a script. */
  frameworkScripts: number
}

async function weightOf(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: PHONE })
  try {
    const page = await context.newPage()
    const weight: Weight = { document: 0, stylesheet: 0, font: 0, image: 0, ownScripts: 0, frameworkScripts: 0 }
    const counting: Promise<void>[] = []
    page.on('requestfinished', (request) => {
      const count = async () => {
        const { responseBodySize } = await request.sizes()
        const type = request.resourceType()
        if (type === 'script') {
          const own = new URL(request.url()).pathname.startsWith(OWN_SCRIPTS)
          weight[own ? 'ownScripts' : 'frameworkScripts'] += responseBodySize
        } else if (type === 'document' || type === 'stylesheet' || type === 'font' || type === 'image') {
          weight[type] += responseBodySize
        }
      }
      counting.push(count())
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    await Promise.all(counting)
    weight.frameworkScripts += await inlineScriptBytes(page)
    return weight
  } finally {
    await context.close()
  }
}

async function inlineScriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.scripts]
      .filter(({ src, type }) => !src && type !== 'application/ld+json')
      .reduce((bytes, { text }) => bytes + new TextEncoder().encode(text).length, 0),
  )
}
