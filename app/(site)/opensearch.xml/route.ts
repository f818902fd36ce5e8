import { machineDocument } from '@/app/_machine/machine-document'
import { readPageChrome, siteUrl } from '@/app/reads'
import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/search/open-search'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { settings } = await readPageChrome()
  return machineDocument(openSearchDescription(settings, siteUrl()), {
    contentType: `${OPEN_SEARCH_TYPE}; charset=utf-8`,
  })
}
