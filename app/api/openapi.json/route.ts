import { store } from '@/app/store'
import { paperName } from '@/db/paper/site'
import { timedYield } from '@/db/store/long-work/yield-to-requests'
import { adminOpenApi } from '@/lib/admin-api/open-api'
import { siteRuntime } from '@/lib/pages/site-runtime'

export const dynamic = 'force-dynamic'

/** The description of the Admin API. It holds nothing that is not in the source, so that nobody needs a token to read it. */
export async function GET() {
  const paper = (await paperName(await store())) ?? 'Broadsheet'
  return Response.json(await adminOpenApi({ siteUrl: siteRuntime().siteUrl, paper, yieldToRequests: timedYield() }))
}
