import { machineDocument } from '@/app/_machine/machine-document'
import { readLanguages, readPageChrome, readSections, siteUrl } from '@/app/reads'
import { llmsTxt } from '@/lib/crawlers/llms'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { settings } = await readPageChrome()
  const sections = await readSections()
  const body = llmsTxt({ settings, sections, languages: await readLanguages(), siteUrl: siteUrl() })
  return machineDocument(body, { contentType: 'text/plain; charset=utf-8' })
}
