import { machineDocument } from '@/app/_machine/machine-document'
import { readPageChrome, siteUrl } from '@/app/reads'
import { llmsTxt } from '@/lib/crawlers/llms'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const body = llmsTxt({ ...(await readPageChrome()), siteUrl: siteUrl() })
  return machineDocument(body, { contentType: 'text/plain; charset=utf-8' })
}
