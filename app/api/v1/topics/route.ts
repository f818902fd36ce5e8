import { jsonResponse, publisher } from '@/app/_machine/content-api'
import { readTopics } from '@/app/reads'
import { topicsJson } from '@/lib/content-api/named-json'

export const dynamic = 'force-dynamic'

export async function GET() {
  return jsonResponse(topicsJson(await readTopics(), await publisher()))
}
