import { machineDocument } from '@/app/_machine/machine-document'
import { readPageChrome, siteUrl } from '@/app/reads'
import { robotsTxt } from '@/lib/crawlers/robots'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { settings } = await readPageChrome()
  const { aiCrawlers } = settings.distribution
  return machineDocument(robotsTxt({ siteUrl: siteUrl(), aiCrawlers }), { contentType: 'text/plain; charset=utf-8' })
}
