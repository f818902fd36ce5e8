import { jsonResponse, publisher } from '@/app/_machine/content-api'
import { openApi } from '@/lib/content-api/open-api'

export const dynamic = 'force-dynamic'

export async function GET() {
  return jsonResponse(openApi(await publisher()))
}
